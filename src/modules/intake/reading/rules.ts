/** Every rule of file reading with its words: what is wrong and what to do, for someone who keeps the files by hand. */

/** Placeholders: {row} {column} {count} {limit} {expected} {names} {line} {rule} {sheet}, from the finding or its params. */
export interface ReadingRuleText {
  severity: 'error' | 'warning';
  title: { zh: string; en: string };
  advice: { zh: string; en: string };
}

const error = (zh: string, en: string, adviceZh: string, adviceEn: string): ReadingRuleText => ({
  severity: 'error',
  title: { zh, en },
  advice: { zh: adviceZh, en: adviceEn },
});
const warning = (...words: Parameters<typeof error>): ReadingRuleText => ({
  ...error(...words),
  severity: 'warning',
});

const WHOLE_FILE = {
  'file.empty': error(
    '文件是空的。',
    'The file is empty.',
    '请确认选对了文件，保存后重新上传。',
    'Check that you chose the right file, save it and upload it again.',
  ),
  'file.no-rows': error(
    '文件只有表头，没有数据行。',
    'The file has a header but no data rows.',
    '请在表头下面填写数据后重新上传。',
    'Fill in the data below the header and upload the file again.',
  ),
  'file.too-many-rows': error(
    '数据行超过 {limit} 行。',
    'The file has more than {limit} data rows.',
    '请把文件拆成几个，分别上传。',
    'Split the file into several and upload them one by one.',
  ),
  'file.binary': error(
    '这不是文本表格：文件里有二进制内容。',
    'This is not a text table: the file holds binary content.',
    '请上传 CSV（UTF-8 或 GB18030）、XLSX 或 JSON 文件；仅改扩展名不能改变文件内容。',
    'Upload a CSV (UTF-8 or GB18030), XLSX or JSON file; renaming a file does not change what it holds.',
  ),
  'file.encoding': error(
    '文字编码无法识别：第 {line} 行附近有既不是 UTF-8 也不是 GB18030 的内容。',
    'The text encoding is not clear: near line {line} the text is neither UTF-8 nor GB18030.',
    '请在表格软件中另存为“CSV UTF-8”，再重新上传。',
    'Save the table as “CSV UTF-8” in your spreadsheet program and upload it again.',
  ),
  'file.cut-off': error(
    '文件不完整：末尾被截断。',
    'The file is incomplete: its end is missing.',
    '可能是导出或传输中断。请重新导出文件后再上传。',
    'The export or the transfer was probably interrupted. Export the file again and upload it.',
  ),
  'file.web-page': error(
    '这是网页或 XML 文件，不是表格文件。',
    'This is a web page or XML file, not a table file.',
    '有的系统导出的“Excel”其实是网页。请用表格软件打开，另存为 XLSX 或 CSV 后再上传。',
    'Some systems export a web page and call it Excel. Open it in a spreadsheet program, save it as XLSX or CSV and upload that.',
  ),
  'file.unclosed-quote': error(
    '从第 {row} 行开始有一个双引号没有配对，后面的行无法分清。',
    'A double quote that begins in row {row} is never closed, so the rows after it cannot be told apart.',
    '请检查第 {row} 行的双引号：成对使用；内容里的双引号要写成两个。改好后重新上传。',
    'Check the double quotes in row {row}: they come in pairs, and a quote inside a text is written twice. Then upload again.',
  ),
  'file.stray-quotes': error(
    '第 {row} 行附近双引号用法混乱，共 {count} 处。',
    'Near row {row} double quotes are used wrongly in {count} places.',
    '请在表格软件中打开文件，另存为 CSV UTF-8 或 XLSX 后重新上传。',
    'Open the file in a spreadsheet program, save it as CSV UTF-8 or XLSX and upload that.',
  ),
  'file.line-too-long': error(
    '第 {row} 行太长，超过 {limit} 字节。',
    'Row {row} is too long: more than {limit} bytes.',
    '请检查该行是否缺少换行或混入了其他内容，改好后重新上传。',
    'Check whether a line break is missing there or other content got in, then upload again.',
  ),
  'file.too-many-columns': error(
    '列数超过 {limit} 列。',
    'The file has more than {limit} columns.',
    '请按信息事项的数据标准保留需要的列，重新上传。',
    'Keep only the columns of the data standard and upload again.',
  ),
  'file.xlsx-encrypted': error(
    '这个 Excel 文件有打开密码，无法读取。',
    'This Excel file is protected by a password and cannot be read.',
    '请在 Excel 中取消密码（文件 → 信息 → 保护工作簿），保存后重新上传。',
    'Remove the password in Excel (File → Info → Protect Workbook), save and upload again.',
  ),
  'file.xls-old': error(
    '这是旧格式的 Excel 文件（.xls）。',
    'This is an Excel file of the old format (.xls).',
    '请在表格软件中打开，另存为 .xlsx 后重新上传。',
    'Open it in a spreadsheet program, save it as .xlsx and upload that.',
  ),
  'file.xlsx-broken': error(
    '这个 Excel 文件已损坏或不完整，无法读取。',
    'This Excel file is damaged or incomplete and cannot be read.',
    '请用 Excel 打开检查，另存为新的 .xlsx 文件后重新上传。',
    'Open it in Excel, save it as a new .xlsx file and upload that.',
  ),
  'file.not-a-workbook': error(
    '这个压缩包不是 XLSX 工作簿。',
    'This archive is not an XLSX workbook.',
    '请直接上传 .xlsx 文件，不要上传压缩包、Word 文档、.xlsb 或 .ods 文件。',
    'Upload the .xlsx file itself, not an archive, a Word document, an .xlsb or an .ods file.',
  ),
  'file.no-sheet': error(
    '工作簿里没有可见的工作表。',
    'The workbook has no visible sheet.',
    '请取消隐藏要上传的工作表，保存后重新上传。',
    'Make the sheet with the data visible, save and upload again.',
  ),
  'file.unpacks-too-large': error(
    '文件解压后异常大，已停止读取。',
    'The file unpacks to an abnormal size; reading was stopped.',
    '请把数据复制到一个新的工作簿，另存为 .xlsx 后重新上传。',
    'Copy the data into a new workbook, save it as .xlsx and upload that.',
  ),
  'file.malware': error(
    '安全扫描发现这个文件含有恶意代码，整个文件未接收，已经销毁。',
    'The scanner knows malicious code in this file; none of it was taken, and it is destroyed.',
    '请勿再打开或转发这个文件，用杀毒软件检查报送用的计算机，并告诉本单位的安全管理员；处理后从业务系统重新导出再报送。',
    'Do not open or pass on the file. Scan the computer it came from, tell your security officer, export it anew and hand that in.',
  ),
  'file.scan-too-large': error(
    '文件超过安全扫描的上限，未能检查，整个文件未接收。',
    'The file is larger than the scanner takes, so it was not looked at and none of it was taken.',
    '请把文件分成几个较小的文件报送；平台管理员也可以调高 clamd 的 StreamMaxLength。',
    'Hand it in as several smaller files; the administrator may also raise StreamMaxLength of clamd.',
  ),
  'file.nested-archive': error(
    '工作簿里嵌入了其他文件或压缩包。',
    'The workbook has other files or archives embedded in it.',
    '请删除嵌入的对象，只保留数据表，保存后重新上传。',
    'Delete the embedded objects, keep the table alone, save and upload again.',
  ),
  'file.xml-forbidden': error(
    '工作簿内部含有不允许的 XML 声明（DTD 或外部实体）。',
    'The workbook holds forbidden XML declarations (a DTD or external entities).',
    '请用 Excel 打开，另存为新的 .xlsx 文件后重新上传。',
    'Open it in Excel, save it as a new .xlsx file and upload that.',
  ),
  'file.shared-text-too-large': error(
    '工作簿里的文字总量太大，无法一次读取。',
    'The workbook holds more text than can be read at once.',
    '请另存为“CSV UTF-8”上传，或把文件拆成几个。',
    'Save it as “CSV UTF-8” and upload that, or split it into several files.',
  ),
  'file.json-broken': error(
    '第 {row} 行附近的 JSON 格式不正确。',
    'The JSON is malformed near row {row}.',
    '请检查导出程序：每条记录是一个 JSON 对象，文件为 UTF-8 编码。',
    'Check the exporting program: each record is a JSON object, the file is in UTF-8.',
  ),
  'file.json-shape': error(
    'JSON 的结构不符合要求（第 {row} 行）。',
    'The JSON does not have the expected shape (row {row}).',
    '请用以下形式之一：对象数组 […]、{"rows":[…]}，或每行一个对象。',
    'Use one of these: an array of objects […], {"rows":[…]}, or one object a line.',
  ),
  'file.json-depth': error(
    '第 {row} 行的 JSON 嵌套超过 {limit} 层。',
    'The JSON of row {row} is nested deeper than {limit} levels.',
    '每条记录应是扁平的对象：字段名和值，没有下级结构。',
    'A record should be a flat object: field names and values, nothing below.',
  ),
  'header.duplicate': error(
    '表头有重复的列名：{names}。',
    'The header names columns twice: {names}.',
    '请删除重复的列，或改正列名后重新上传。',
    'Delete the doubled columns or correct their names, then upload again.',
  ),
  'header.blank': error(
    '表头第 {column} 列没有列名。',
    'Column {column} has no name in the header.',
    '请填写列名，或删除这一列后重新上传。',
    'Give the column its name or delete it, then upload again.',
  ),
} satisfies Record<string, ReadingRuleText>;

const ROWS_AND_CELLS = {
  'row.cell-count': error(
    '第 {row} 行有 {count} 格，表头有 {expected} 列，可能错位。',
    'Row {row} has {count} cells but the header has {expected} columns; cells may be shifted.',
    '请检查该行是否多了或少了分隔符；含分隔符的内容要用双引号括起来。',
    'Look for a missing or extra separator in the row; put text that holds a separator in double quotes.',
  ),
  'row.cut-off': error(
    '最后一行（第 {row} 行）不完整，文件可能被截断。',
    'The last row ({row}) is incomplete; the file was probably cut off.',
    '请重新导出文件，确认最后一行完整后再上传。',
    'Export the file again and see that its last row is whole before uploading.',
  ),
  'row.stray-quote': error(
    '第 {row} 行的双引号用法不正确。',
    'Double quotes are used wrongly in row {row}.',
    '内容里的双引号要写成两个（""），或改用中文引号“”。',
    'Write a double quote inside a text twice (""), or use “ ” instead.',
  ),
  'row.unknown-key': error(
    '第 {row} 行出现前面没有的字段：{column}。',
    'Row {row} has a field that the rows before do not have: {column}.',
    '请改正字段名，或让第一条记录包含全部字段。',
    'Correct the field name, or give the first record all fields.',
  ),
  'row.duplicate-key': error(
    '第 {row} 行的同一个字段写了两次。',
    'Row {row} gives the same field twice.',
    '请保留正确的一个，删除另一个。',
    'Keep the right one and delete the other.',
  ),
  'row.nested-value': error(
    '第 {row} 行的字段 {column} 不是单个值。',
    'In row {row} the field {column} is not a single value.',
    '字段的值应是文字或数字，不能是列表或对象。',
    'A value should be a text or a number, not a list or an object.',
  ),
  'cell.number-precision': error(
    '第 {row} 行 {column}：16 位以上的号码存成了数字，后几位可能已被改成 0。',
    'Row {row}, {column}: a code of 16 or more digits is stored as a number; its last digits may have been lost.',
    '请把这一列设为“文本”格式，按原件重新填写号码。',
    'Set the column to the format “Text” and type the code again from the original.',
  ),
  'cell.formula': warning(
    '第 {row} 行 {column} 是公式，已采用上次计算的结果。',
    'Row {row}, {column} is a formula; its last computed result was taken.',
    '请核对结果。建议复制后“选择性粘贴 → 数值”再上传。',
    'Check the result. Better paste the column as values before uploading.',
  ),
  'cell.formula-no-value': error(
    '第 {row} 行 {column} 是公式，但文件里没有它的计算结果。',
    'Row {row}, {column} is a formula, but the file does not hold its result.',
    '请用 Excel 打开并保存一次，或把公式换成数值后重新上传。',
    'Open and save the file in Excel once, or replace the formula by its value, then upload again.',
  ),
  'cell.error-value': error(
    '第 {row} 行 {column} 是错误值（如 #N/A）。',
    'Row {row}, {column} holds an error value (such as #N/A).',
    '请改正公式或直接填写正确的内容。',
    'Correct the formula or type the right content.',
  ),
  'cell.control-character': warning(
    '第 {row} 行 {column} 含有不可见的控制字符，已去掉。',
    'Row {row}, {column} held invisible control characters; they were taken out.',
    '请核对该格内容。',
    'Check the content of that cell.',
  ),
  'file.personal-metadata': warning(
    '文件属性（作者、备注等）中含有个人信息；属性不保存。',
    'The properties of the file (author, remarks …) hold personal data; properties are not kept.',
    '建议在表格软件的“文件 → 信息 → 检查文档”中删除属性后再发送文件。',
    'Remove them in your spreadsheet program (File → Info → Inspect Document) before you send files.',
  ),
  'sheet.others-unread': warning(
    '只读取了工作表“{sheet}”，另有 {count} 个可见工作表未读取。',
    'Only the sheet “{sheet}” was read; {count} other visible sheets were not.',
    '如果数据在其他工作表，请把它移到第一个，或命名为“数据”。',
    'If the data are on another sheet, move it to the front or name it 数据.',
  ),
  'sheet.merged-cells': warning(
    '第 {row} 行有合并单元格：只有左上角的格子有内容，其余视为空。',
    'Row {row} has merged cells: only the top left one has content, the others count as empty.',
    '请取消合并，逐行填写后重新上传。',
    'Unmerge the cells, fill in each row and upload again.',
  ),
  'findings.more': warning(
    '同类提示（{rule}）还有 {count} 条，未逐条列出。',
    'There are {count} more remarks of the kind {rule}; they are not listed one by one.',
    '请先处理已列出的，其余相同。',
    'Deal with those listed; the others are alike.',
  ),
} satisfies Record<string, ReadingRuleText>;

/** The code of a reading rule. */
export type ReadingRule = keyof typeof WHOLE_FILE | keyof typeof ROWS_AND_CELLS;

/** All reading rules; `file.…` and `header.…` refuse the whole file, the others are findings. */
export const READING_RULES: Readonly<Record<ReadingRule, ReadingRuleText>> = {
  ...WHOLE_FILE,
  ...ROWS_AND_CELLS,
};
