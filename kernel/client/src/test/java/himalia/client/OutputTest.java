package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What cells print, from the worker to the front end. */
@Timeout(180)
class OutputTest {
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @Test
    void aHundredThousandLinesAreCompleteInOrderAndInFewMessages() throws Exception {
        var result =
                kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
        var expected = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            expected.append("line ").append(i).append('\n');
        }
        assertThat(result.stdout().equals(expected.toString())).isTrue();
        assertThat(result.published("stream")).hasSizeLessThan(2_000);
    }

    @Test
    void whatIsPrintedAndShownKeepsItsOrder() throws Exception {
        var code =
                "for (int i = 0; i < 20; i++) {\n"
                        + "    System.out.print(\"o\" + i + \" \");\n"
                        + "    System.err.print(\"e\" + i + \" \");\n"
                        + "    display(\"d\" + i);\n"
                        + "}\nSystem.out.print(\"end\");\n42";
        var heard =
                kernel.run(code).published().stream()
                        .filter(message -> !message.type().equals("status"))
                        .filter(message -> !message.type().equals("execute_input"))
                        .map(OutputTest::said)
                        .toList();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            expected.addAll(List.of("stdout o" + i + " ", "stderr e" + i + " ", "d" + i));
        }
        expected.addAll(List.of("stdout end", "42"));
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "starts echo")
    void whatAProcessWritesToOurStreamsComesAfterWhatWasPrintedBeforeItsStart() throws Exception {
        var said =
                kernel.run(
                                "for (int i = 0; i < 20; i++) {\n"
                                        + "    System.out.println(\"before \" + i + \".\");\n"
                                        + "    new ProcessBuilder(\"echo\", \"child \" + i + \".\").inheritIO().start().waitFor();\n"
                                        + "}")
                        .stdout();
        for (int i = 0; i < 20; i++) {
            assertThat(said).contains("before " + i + ".\n", "child " + i + ".\n");
            assertThat(said.indexOf("before " + i + "."))
                    .as(said)
                    .isLessThan(said.indexOf("child " + i + "."));
        }
    }

    private static String said(Message message) {
        return message.type().equals("stream")
                ? message.fields().text("name", "") + " " + message.fields().text("text", "")
                : message.fields().fields("data").text("text/plain");
    }

    @Test
    void threadsOfTheCellPrintIntoIt() throws Exception {
        var result =
                kernel.run(
                        "var threads = new ArrayList<Thread>();\n"
                                + "for (int t = 0; t < 8; t++) {\n"
                                + "    int number = t;\n"
                                + "    threads.add(new Thread(() -> { for (int i = 0; i < 500; i++) System.out.println(number + \" \" + i); }));\n"
                                + "}\nthreads.forEach(Thread::start);\nfor (var t : threads) t.join();");
        var byThread =
                result.stdout()
                        .lines()
                        .map(line -> line.split(" "))
                        .collect(
                                Collectors.groupingBy(
                                        parts -> parts[0],
                                        Collectors.mapping(
                                                parts -> Integer.valueOf(parts[1]),
                                                Collectors.toList())));
        assertThat(byThread).hasSize(8);
        assertThat(byThread.values())
                .allSatisfy(numbers -> assertThat(numbers).hasSize(500).isSorted());
    }

    @Test
    void whatAThreadPrintsAfterItsCellGoesToTheCellThatStartedIt() throws Exception {
        var code =
                "var go = new java.util.concurrent.CountDownLatch(1);\n"
                        + "var late = new Thread(() -> { try { go.await(); } catch (InterruptedException e) { } System.out.println(\"late\"); });\n"
                        + "late.start();";
        var message =
                kernel.client()
                        .newMessage(
                                "execute_request",
                                Map.of("code", code, "silent", false, "store_history", true));
        try (var first = kernel.client().send(Channel.SHELL, message)) {
            RealKernel.untilIdle(first);
            var next = kernel.run("go.countDown();\nlate.join();\nSystem.out.println(\"own\");");
            assertThat(next.stdout()).isEqualTo("own\n");
            while (true) {
                var event = first.next(Duration.ofSeconds(30)).orElseThrow();
                if (event instanceof Event.Published output
                        && output.message().type().equals("stream")) {
                    assertThat(said(output.message())).isEqualTo("stdout late\n");
                    return;
                }
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void childProcessesAndTheDescriptorItselfPrintIntoTheCellThatRuns() throws Exception {
        assertThat(
                        kernel.run(
                                        "new ProcessBuilder(\"sh\", \"-c\", \"echo child\").inheritIO().start().waitFor();")
                                .stdout())
                .isEqualTo("child\n");
        assertThat(
                        kernel.run(
                                        "new java.io.FileOutputStream(java.io.FileDescriptor.out).write(\"raw é\\n\".getBytes(\"UTF-8\"));")
                                .stdout())
                .isEqualTo("raw é\n");
        assertThat(
                        kernel.run(
                                        "new ProcessBuilder(\"sh\", \"-c\", \"echo wrong >&2\").inheritIO().start().waitFor();")
                                .stderr())
                .isEqualTo("wrong\n");
    }

    @Test
    void carriageReturnsArriveAsTheyWerePrinted() throws Exception {
        assertThat(
                        kernel.run(
                                        "for (int i = 0; i <= 3; i++) System.out.print(\"\\r\" + i + \" of 3\");")
                                .stdout())
                .isEqualTo("\r0 of 3\r1 of 3\r2 of 3\r3 of 3");
    }

    @Test
    void charactersOfManyBytesArriveWholeHoweverTheyAreWritten() throws Exception {
        assertThat(
                        kernel.run(
                                        "for (byte b : \"aé€😀\".getBytes(\"UTF-8\")) { System.out.write(b); System.out.flush(); }")
                                .stdout())
                .isEqualTo("aé€😀");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHundredMegabytesPassThroughBoundedMemory() throws Exception {
        var lines = "var line = \"x\".repeat(99);\n";
        kernel.run(lines + "for (int i = 0; i < 10_000; i++) System.out.println(line);");
        var process = kernel.client().process().orElseThrow();
        var both =
                new ArrayList<>(process.toHandle().descendants().map(ProcessHandle::pid).toList());
        both.add(process.pid());
        long before = resident(both);
        long[] characters = {0, 0};

        var result =
                kernel.client()
                        .execute(
                                lines
                                        + "for (int i = 0; i < 1_000_000; i++) System.out.println(line);",
                                ExecuteOptions.DEFAULT,
                                message -> {
                                    if (message.type().equals("stream")) {
                                        characters[0] += message.fields().text("text", "").length();
                                        characters[1]++;
                                    }
                                });

        assertThat(result.ok()).isTrue();
        assertThat(characters[0]).isEqualTo(100_000_000);
        assertThat(characters[1]).as("messages").isLessThan(20_000);
        assertThat(resident(both) - before).as("bytes grown").isLessThan(300L << 20);
        assertThat(kernel.run("1 + 1").text()).isEqualTo("2");
    }

    /** The most that each of the processes has held, in all. */
    private static long resident(List<Long> processes) throws IOException {
        long bytes = 0;
        for (var process : processes) {
            try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
                bytes +=
                        lines.filter(line -> line.startsWith("VmHWM:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                                .sum();
            }
        }
        return bytes;
    }
}
