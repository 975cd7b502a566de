"""Articles written for these tests: their facts may be real, their sentences are ours."""

from __future__ import annotations

SIGNING = """Hai tỉnh đoàn Đông Sơn và Nam Hải ký chương trình phối hợp năm 2020
(Bản tin) Ngày 29/11, Tỉnh đoàn Đông Sơn tổ chức lễ ký kết chương trình phối hợp với Tỉnh đoàn \
Nam Hải.
Anh Trần Quang Vinh - Bí thư Tỉnh đoàn Đông Sơn và chị Lê Thị Hạnh - Bí thư Tỉnh đoàn Nam Hải \
ký kết Chương trình phối hợp năm 2020 giữa hai đơn vị.
Theo đó, mỗi năm, hai đơn vị tổ chức ít nhất 02 hoạt động giao lưu, trao đổi kinh nghiệm; hỗ \
trợ xây dựng ít nhất 01 công trình thanh niên hoặc 01 hoạt động an sinh xã hội tại đơn vị bạn.
"""

VISIT = """Đoàn công tác Tỉnh đoàn Nam Hải thăm Tỉnh đoàn Đông Sơn
20/01/2021 08:30
Từ ngày 16 - 18/1, đoàn công tác của Tỉnh đoàn Nam Hải do chị Lê Thị Hạnh, Bí thư Tỉnh đoàn \
Nam Hải làm trưởng đoàn đã đến thăm, trao đổi kinh nghiệm với Tỉnh đoàn Đông Sơn tại tỉnh Đông \
Sơn.
Nhân dịp này, đoàn đã trao tặng 10 triệu đồng ủng hộ Quỹ an sinh xã hội của Tỉnh đoàn Đông Sơn.
Đoàn đã dâng hương tại Khu tưởng niệm Trần Phú.
"""

DEED = """Đoàn xã Đông Hà ra quân Ngày chủ nhật xanh
12/3/2024 07:15
Ngày 10/3/2024, tại xã Đông Hà, Đoàn xã Đông Hà ra quân Ngày chủ nhật xanh với sự tham gia của \
85 đoàn viên.
Tại buổi ra quân, Đoàn xã Đông Hà trao tặng 20 suất quà cho hộ nghèo, tổng trị giá gần 40 \
triệu đồng.
"""
