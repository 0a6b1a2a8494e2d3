package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.KernelInfoRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code execute_request} promises, item by item of the protocol's list. */
@Timeout(240)
class ExecuteTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static Pending send(String code, Map<String, Object> options) {
        var content = new LinkedHashMap<String, Object>(Map.of("code", code));
        content.putAll(options);
        return kernel.client().send(Channel.SHELL, "execute_request", content);
    }

    private static Answer run(String code, Map<String, Object> options) throws Exception {
        try (var pending = send(code, options)) {
            return pending.await(LIMIT);
        }
    }

    private static List<String> types(Answer answer) {
        return answer.published().stream()
                .map(
                        message ->
                                message.type().equals("status")
                                        ? message.fields().text("execution_state")
                                        : message.type())
                .toList();
    }

    private static long count(Answer answer) {
        assertThat(answer.fields().map()).containsKey("execution_count");
        return answer.fields().number("execution_count", -1);
    }

    private static String text(Message message) {
        return message.fields().fields("data").text("text/plain");
    }

    @Test
    void aSilentCellLeavesNoTraceButItsStatus() throws Exception {
        long before = kernel.run("int silent = 1;").executionCount();
        var answer =
                run(
                        "silent = 2; System.out.println(\"heard?\"); display(silent);\nsilent",
                        Map.of("silent", true));
        assertThat(types(answer)).containsExactly("busy", "idle");
        assertThat(count(answer)).isEqualTo(before);
        assertThat(answer.fields().text("status")).isEqualTo("ok");
        var failed = run("throw new Error(\"hush\");", Map.of("silent", true));
        assertThat(types(failed)).containsExactly("busy", "idle");
        assertThat(failed.fields().text("status")).isEqualTo("error");
        var next = kernel.run("silent");
        assertThat(next.text()).isEqualTo("2");
        assertThat(next.executionCount()).isEqualTo(before + 1);
    }

    @Test
    void withoutHistoryACellIsShownAndNotCounted() throws Exception {
        long before = kernel.run("41").executionCount();
        var answer = run("\"shown\"", Map.of("store_history", false));
        assertThat(types(answer))
                .containsExactly("busy", "execute_input", "execute_result", "idle");
        assertThat(count(answer)).isEqualTo(before);
        assertThat(kernel.run("$").text()).isEqualTo("41");
        assertThat(kernel.run("42").executionCount()).isEqualTo(before + 2);
    }

    @Test
    void emptyCellsAndCommentsGiveNothingAndOnlyTheLatterCount() throws Exception {
        long before = kernel.run("1").executionCount();
        assertThat(count(run("", Map.of("silent", true)))).isEqualTo(before);
        var empty = run(" \n ", Map.of());
        assertThat(types(empty)).containsExactly("busy", "execute_input", "idle");
        assertThat(count(empty)).isEqualTo(before);
        for (var comment : List.of("// only words", "/* only\n words */\n;")) {
            before++;
            var answer = run(comment, Map.of());
            assertThat(answer.fields().text("status")).isEqualTo("ok");
            assertThat(types(answer)).containsExactly("busy", "execute_input", "idle");
            assertThat(count(answer)).isEqualTo(before);
        }
    }

    @Test
    void expressionsOfTheUserAreEvaluatedAfterACellThatWorked() throws Exception {
        var asked = Map.<String, Object>of("good", "six * 7", "bad", "1 / (six - 6)");
        var answer = run("int six = 6;", Map.of("user_expressions", asked));
        var given = answer.fields().fields("user_expressions");
        var good = given.fields("good");
        assertThat(good.text("status")).isEqualTo("ok");
        assertThat(good.fields("data").text("text/plain")).isEqualTo("42");
        assertThat(good.map()).containsKey("metadata");
        var bad = given.fields("bad");
        assertThat(bad.text("status")).isEqualTo("error");
        assertThat(bad.text("ename")).isEqualTo("java.lang.ArithmeticException");
        assertThat(bad.text("evalue")).isEqualTo("/ by zero");
        assertThat(bad.list("traceback")).isNotEmpty();
        assertThat(types(answer)).containsExactly("busy", "execute_input", "idle");

        var failed = run("throw new Error();", Map.of("user_expressions", asked));
        assertThat(failed.fields().text("status")).isEqualTo("error");
        assertThat(failed.fields().object("user_expressions")).isEmpty();
    }

    @Test
    void whoCannotBeAskedForInputIsToldSoAtOnce() throws Exception {
        for (var reading :
                List.of(
                        "System.in.read();",
                        "new Scanner(System.in).nextLine()",
                        "Input.read(\"Name: \")",
                        "Input.password(\"Word: \")")) {
            var failed = run(reading, Map.of("allow_stdin", false)).fields();
            assertThat(failed.text("ename")).isEqualTo("java.lang.IllegalStateException");
            assertThat(failed.text("evalue"))
                    .isEqualTo(
                            "this cell asked for input, and its front end cannot be asked (allow_stdin is false);"
                                    + " run it in a front end with a person in front of it, or put the input into a variable");
        }
    }

    @Test
    void afterAFailureWhatWaitsIsAbortedAndOtherRequestsAreAnswered() throws Exception {
        kernel.run("var dropped = new ArrayList<String>();\nvar gate = new CountDownLatch(1);");
        try (var failing = send("gate.await(); throw new Error(\"stop\");", Map.of());
                var waiting = send("dropped.add(\"ran\");", Map.of());
                var comms = kernel.client().send(Channel.SHELL, "comm_info_request", Map.of());
                var info = kernel.client().send(Channel.SHELL, new KernelInfoRequest())) {
            openGate();
            long count = count(failing.await(LIMIT));
            var aborted = waiting.await(LIMIT);
            assertThat(aborted.fields().text("status")).isEqualTo("aborted");
            assertThat(aborted.fields().map()).doesNotContainKeys("ename", "traceback");
            assertThat(count(aborted)).isZero();
            assertThat(types(aborted)).containsExactly("busy", "idle");
            assertThat(comms.await(LIMIT).fields().text("status")).isEqualTo("ok");
            assertThat(info.await(LIMIT).fields().text("status")).isEqualTo("ok");
        }
        assertThat(kernel.run("dropped").text()).isEqualTo("[]");
    }

    /** Lets a cell go on. The messages of a socket are heard in their order: whatever was sent before waits by then. */
    private static void openGate() throws Exception {
        var code = Map.<String, Object>of("code", "gate.countDown();");
        try (var opening = kernel.send(kernel.subshell(), "execute_request", code)) {
            var reply = opening.await(LIMIT).fields();
            assertThat(reply.text("status")).as("%s", reply.map()).isEqualTo("ok");
        }
    }

    @Test
    void aFailureThatStopsNothingLetsTheNextRun() throws Exception {
        kernel.run("var gate = new CountDownLatch(1);");
        try (var failing =
                        send(
                                "gate.await(); throw new Error(\"go on\");",
                                Map.of("stop_on_error", false));
                var waiting = send("\"ran\"", Map.of())) {
            openGate();
            long count = count(failing.await(LIMIT));
            var next = waiting.await(LIMIT);
            assertThat(next.fields().text("status")).isEqualTo("ok");
            assertThat(count(next)).isEqualTo(count + 1);
        }
    }

    @Test
    void anErrorHasANameAValueAndATracebackInReplyAndOutput() throws Exception {
        var answer = run("Object broken = null;\nbroken.toString();", Map.of());
        var output = answer.published("error").get(0).fields();
        for (var fields : List.of(answer.fields(), output)) {
            assertThat(fields.text("ename")).isEqualTo("java.lang.NullPointerException");
            assertThat(fields.text("evalue")).contains("broken");
            assertThat(fields.list("traceback")).isNotEmpty().allMatch(String.class::isInstance);
        }
        assertThat(output.list("traceback")).isEqualTo(answer.fields().list("traceback"));
        assertThat(types(answer)).containsExactly("busy", "execute_input", "error", "idle");
        assertThat(count(answer)).isPositive();
        var wrong = run("int wrong = \"text\";", Map.of());
        assertThat(wrong.fields().text("status")).isEqualTo("error");
        assertThat(count(wrong)).isEqualTo(count(answer) + 1);
        assertThat(wrong.fields().list("traceback")).allMatch(String.class::isInstance);
    }

    @Test
    void earlierValuesAreHadByTheirNumber() throws Exception {
        long number = kernel.run("\"earlier\"").executionCount();
        kernel.run("2 + 2");
        assertThat(kernel.run("$ + 1").text()).isEqualTo("5");
        assertThat(kernel.run("$" + number + ".length()").text()).isEqualTo("7");
        assertThat(kernel.run("Out.get(" + number + ")").text()).isEqualTo("earlier");
        var none = kernel.client().execute("Out.get(9999)").failure().orElseThrow();
        assertThat(none.toString()).contains("cell 9999 showed no value; there are: [");
    }

    @Test
    void twoDisplaysOfOneIdAreUpdatedAndAnUnknownIdIsNoFailure() throws Exception {
        var answer =
                run(
                        "displayWithId(\"pair\", 1); displayWithId(\"pair\", 2);"
                                + " updateDisplay(\"pair\", 3); updateDisplay(\"nobody\", 4);",
                        Map.of());
        assertThat(answer.fields().text("status")).isEqualTo("ok");
        assertThat(types(answer))
                .containsExactly(
                        "busy",
                        "execute_input",
                        "display_data",
                        "display_data",
                        "update_display_data",
                        "update_display_data",
                        "idle");
        assertThat(answer.published("display_data"))
                .extracting(ExecuteTest::text)
                .containsExactly("1", "2");
        assertThat(answer.published("update_display_data"))
                .extracting(ExecuteTest::text)
                // What belongs to different places is sent when each is due.
                .containsExactlyInAnyOrder("3", "4");
        assertThat(answer.published())
                .filteredOn(message -> message.type().contains("display"))
                .extracting(message -> message.fields().fields("transient").text("display_id"))
                .containsExactlyInAnyOrder("pair", "pair", "pair", "nobody");
    }

    @Test
    void allOutputComesInOrderAndBeforeIdle() throws Exception {
        var answer =
                run(
                        "System.out.print(\"a\"); System.err.print(\"b\"); display(\"c\");"
                                + " System.out.print(\"d\");\n\"e\"",
                        Map.of());
        assertThat(types(answer))
                .containsExactly(
                        "busy",
                        "execute_input",
                        "stream",
                        "stream",
                        "display_data",
                        "stream",
                        "execute_result",
                        "idle");
        var result = answer.published("execute_result").get(0).fields();
        assertThat(result.map()).containsKeys("execution_count", "data", "metadata");
        assertThat(result.number("execution_count", -1)).isEqualTo(count(answer));
        assertThat(answer.published("execute_input").get(0).fields().number("execution_count", -1))
                .isEqualTo(count(answer));
        var much = run("for (int i = 0; i < 20_000; i++) System.out.println(i);", Map.of());
        var text = new StringBuilder();
        much.published("stream").forEach(each -> text.append(each.fields().text("text")));
        assertThat(text.toString().lines()).hasSize(20_000).endsWith("19999");
    }

    @Test
    void whatAThreadPrintsAfterItsCellBelongsToThatCell() throws Exception {
        kernel.run("var gate = new CountDownLatch(1);");
        try (var starting =
                send(
                        "var later = new Thread(() -> { try { gate.await(); } catch (InterruptedException e) { }"
                                + " System.out.println(\"late\"); });\nlater.start();",
                        Map.of())) {
            starting.await(LIMIT);
            var opening = kernel.run("gate.countDown();\nlater.join();");
            assertThat(opening.stdout()).isEmpty();
            var late = starting.next(LIMIT).orElseThrow();
            var message = ((Event.Published) late).message();
            assertThat(message.fields().text("text")).isEqualTo("late\n");
            assertThat(message.parentId()).isEqualTo(starting.id());
        }
    }

    @Test
    void idsOfCellsInTheMetadataAreTolerated() throws Exception {
        var message = kernel.client().newMessage("execute_request", Map.of("code", "6 * 7"));
        var metadata =
                Map.<String, Object>of("cellId", "one", "deletedCells", List.of("two", "three"));
        try (var pending =
                kernel.client()
                        .send(
                                Channel.SHELL,
                                new Message(
                                        message.identities(),
                                        message.header(),
                                        message.parentHeader(),
                                        metadata,
                                        message.content(),
                                        List.of()))) {
            assertThat(pending.await(LIMIT).fields().text("status")).isEqualTo("ok");
        }
    }

    @Test
    void theKernelSaysOnShellAndControlWhoItIs() throws Exception {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL)) {
            var info = kernel.client().ask(channel, new KernelInfoRequest());
            assertThat(info.map().keySet())
                    .containsExactlyInAnyOrder(
                            "status",
                            "protocol_version",
                            "implementation",
                            "implementation_version",
                            "language_info",
                            "banner",
                            "help_links",
                            "debugger",
                            "supported_features");
            assertThat(info.text("status")).isEqualTo("ok");
            assertThat(info.text("protocol_version")).isEqualTo("5.5");
            assertThat(info.text("implementation")).isEqualTo("himalia");
            assertThat(info.text("implementation_version")).matches("\\d+\\.\\d+.*");
            assertThat(info.text("banner")).startsWith("Himalia ");
            assertThat(info.list("supported_features"))
                    .containsExactly("debugger", "kernel subshells");
            assertThat(info.flag("debugger", false)).isTrue();
            assertThat(info.objects("help_links"))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link).containsOnlyKeys("text", "url"));
            assertThat(info.object("language_info"))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(
                                    "name", "java",
                                    "version", System.getProperty("java.version"),
                                    "mimetype", "text/x-java",
                                    "file_extension", ".jshell",
                                    "pygments_lexer", "java",
                                    "codemirror_mode", "text/x-java",
                                    "nbconvert_exporter", "script"));
        }
    }

    /** The JVM looks at such classes while it checks the one that hands them over, whichever comes first. */
    @Test
    void aCellMayHandOverInstancesOfManyClassesOfItsOwn() throws Exception {
        try (var fresh = RealKernel.start()) {
            var cell = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                cell.append("class Odd" + i + " extends Exception {}\n");
                cell.append("Exception odd" + i + " = new Odd" + i + "();\n");
            }
            assertThat(fresh.run(cell + "odd19").text()).isEqualTo("Odd19");
        }
    }
}
