package io.bootledger.traces.stage;

import static io.bootledger.traces.stage.StageRow.loader;
import static io.bootledger.traces.stage.StageRow.row;

import io.bootledger.traces.event.machine.StageReported.Kind;
import java.util.List;

/** What makers of chips and boards let speak before the kernel. */
final class BoardRows {
    static final List<StageRow> ROWS = List.of(
            // Rockchip
            loader("Rockchip DDR init", "DDR Version *", "DDR V#.##*", "DDR *,fwver: v*")
                    .samples(
                            "DDR Version V1.16 20151110",
                            "DDR V1.09 f48f63d1ad cym 23/08/07-19:44:35",
                            "DDR 9b35f5b5ab typ 22/11/15-18:00:00,fwver: v1.16"),
            loader("Rockchip miniloader", "Boot1 Release Time: *")
                    .samples("Boot1 Release Time: 2015-08-13, version: 2.40"),

            // Allwinner
            loader("Allwinner boot0", "HELLO! BOOT0 is starting*").samples("HELLO! BOOT0 is starting!"),

            // Amlogic
            loader(
                            "Amlogic BL1",
                            "GX*:BL1:??????:??????;FEAT:*",
                            "AXG:BL1:??????:??????;FEAT:*",
                            "TX*:BL1:??????:??????;FEAT:*",
                            "G12?:BL:??????:??????;FEAT:*",
                            "S??:BL:??????:??????;FEAT:*",
                            "T*:BL:??????:??????;FEAT:*")
                    .samples(
                            "GXBB:BL1:08dafd:0a8993;FEAT:EDFC318C;POC:3;RCY:0;EMMC:0;READ:0;CHK:0;",
                            "G12A:BL:0253b8:61aa2d;FEAT:F2F839B2:32020;"),
            loader("Amlogic BL2", "bl2_stage_init 0x*", "BL2 Built : *")
                    .samples("bl2_stage_init 0x01", "BL2 Built : 15:21:18, Aug 28 2019."),

            // MediaTek
            loader("MediaTek BootROM", "[DL] ######## ######## ######", "F0: ???? ????", "F0: ???? ???? [????]")
                    .samples("[DL] 00000000 00000000 010701", "F0: 102B 0000"),
            loader("MediaTek preloader", "Preloader Start*", "[BLDR] Build Time: *", "[PLFM] Init *")
                    .samples("Preloader Start=>", "[BLDR] Build Time: 20180906-103019"),
            loader("MT7621 stage 1", "MT7621 *stage1 code *", "MT7621\t*stage1 code *")
                    .samples("MT7621   stage1 code Oct 28 2018 20:39:32 (ASIC)"),

            // Qualcomm; the first line is of either
            row("Qualcomm", Kind.END, "Format: Log Type - Time(microsec) - *")
                    .samples("Format: Log Type - Time(microsec) - Message - Optional Info"),
            loader("Qualcomm XBL", "S - QC_IMAGE_VERSION_STRING=BOOT.XF.*", "S - QC_IMAGE_VERSION_STRING=BOOT.MXF.*")
                    .samples("S - QC_IMAGE_VERSION_STRING=BOOT.XF.2.0-00371-SDM710LZB-1"),
            loader("Qualcomm SBL", "S - QC_IMAGE_VERSION_STRING=BOOT.B*", "S - QC_IMAGE_VERSION_STRING=BOOT.A*")
                    .samples("S - QC_IMAGE_VERSION_STRING=BOOT.BF.3.0-00283"),
            loader("LK", "welcome to lk*", "Android Bootloader - UART_DM Initialized*")
                    .samples("welcome to lk", "Android Bootloader - UART_DM Initialized!!!"),

            // NVIDIA
            loader("NVIDIA MB1", "I> MB1 (*version: *").samples("I> MB1 (prd-version: 1.5.1.7-t194-41334769-7a1c1a5d)"),
            loader("NVIDIA MB2", "I> MB2 (*version: *", "I> Welcome to MB2*")
                    .samples("I> Welcome to MB2(TBoot-BPMP) (version: default.t194-mobile-5c1c1a5d)"),
            loader("NVIDIA CBoot", "I> Welcome to Cboot*", "Welcome to Cboot*").samples("I> Welcome to Cboot"),

            // others
            loader(
                            "Raspberry Pi bootloader",
                            "RPi: BOOTLOADER release VERSION*",
                            "#*RPi: BOOTLOADER release VERSION*",
                            "RPi: BOOTSYS release VERSION*",
                            "#*RPi: BOOTSYS release VERSION*",
                            "Raspberry Pi Bootcode*")
                    .samples(
                            "RPi: BOOTLOADER release VERSION:4fd8f1f3 DATE: 2023/05/11 TIME: 07:26:03",
                            "Raspberry Pi Bootcode"),
            loader("Raspberry Pi bootloader", "MESS:##:##:##.######:*")
                    .samples("MESS:00:00:05.232145:0: arasan: arasan_emmc_open"),
            loader("Xilinx FSBL", "Xilinx *First Stage Boot Loader*", "Zynq MP First Stage Boot Loader*")
                    .samples("Xilinx Zynq MP First Stage Boot Loader", "Xilinx First Stage Boot Loader"),
            loader("Xilinx PLM", "Xilinx Versal Platform Loader and Manager*")
                    .samples("Xilinx Versal Platform Loader and Manager"),
            loader("SiFive FSBL", "SiFive FSBL: *").samples("SiFive FSBL:       2018-03-20"),
            loader("HSS", "PolarFire(R) SoC Hart Software Services (HSS)*")
                    .samples("PolarFire(R) SoC Hart Software Services (HSS) - version 0.99.16"),
            loader("AT91Bootstrap", "AT91Bootstrap #*").samples("AT91Bootstrap 3.8.12 (Mon Jan  7 13:52:52 CET 2019)"),
            loader("boot ROM", "sys: 0x*", "RomBOOT", "BootROM - #*", "BootROM: *")
                    .samples("sys: 0x200", "RomBOOT", "BootROM - 1.73"),
            loader("board firmware", "ARM V2M-* Boot loader v*", "ARM V2M_* Firmware v*")
                    .samples("ARM V2M-Juno Boot loader v1.0.0"),

            // older ones
            loader("barebox", "barebox 20##.##*").samples("barebox 2021.05.0 #1 Mon May 17 09:12:31 UTC 2021"),
            loader("RedBoot", "RedBoot(tm) *bootstrap and debug environment*")
                    .samples("RedBoot(tm) bootstrap and debug environment [ROMRAM]"),
            loader("CFE", "CFE version #*", "CFE for *")
                    .samples("CFE version 1.0.38-106.24 for BCM96358 (32bit,SP,BE)"),
            loader("PMON", "PMON2000 MIPS Initializing*", "PMON2000 Professional*")
                    .samples("PMON2000 MIPS Initializing. Standby..."),
            loader("YAMON", "YAMON ROM Monitor*").samples("YAMON ROM Monitor, Revision 02.21."),
            loader("OPAL", "OPAL v#*", "OPAL skiboot-v#*").samples("OPAL skiboot-v6.3.1 starting..."),
            loader("SLOF", "SLOF \\*\\*\\*\\**")
                    .samples("SLOF **********************************************************************"));

    private BoardRows() {}
}
