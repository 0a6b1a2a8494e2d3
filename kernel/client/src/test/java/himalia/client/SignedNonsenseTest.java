package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Requests that are signed and senseless, to the real kernel: each is answered, none harms the next. */
@Tag("once")
@Timeout(300)
class SignedNonsenseTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<String> TYPES =
            List.of(
                    "complete_request",
                    "inspect_request",
                    "is_complete_request",
                    "history_request",
                    "comm_info_request",
                    "kernel_info_request",
                    "debug_request",
                    "create_subshell_request",
                    "delete_subshell_request",
                    "list_subshell_request",
                    "execute_request");

    private static final List<String> FIELDS =
            List.of(
                    "code",
                    "cursor_pos",
                    "detail_level",
                    "hist_access_type",
                    "n",
                    "session",
                    "start",
                    "stop",
                    "pattern",
                    "output",
                    "raw",
                    "unique",
                    "target_name",
                    "command",
                    "arguments",
                    "seq",
                    "type",
                    "subshell_id",
                    "silent",
                    "store_history",
                    "user_expressions",
                    "allow_stdin",
                    "stop_on_error");

    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static List<Object> values() {
        var values = new ArrayList<Object>();
        values.addAll(
                List.of(
                        "",
                        "text",
                        "1 + 1",
                        "\ud800",
                        "😀",
                        "\u0000",
                        "Math.ab",
                        -1L,
                        0L,
                        1_000_000_000L,
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        1.5,
                        true,
                        false,
                        List.of(),
                        List.of(1L, "a", List.of()),
                        Map.of(),
                        Map.of("a", Map.of("b", 1L)),
                        nested(200)));
        values.add("(".repeat(2_000));
        values.add("x".repeat(1_000_000));
        return values;
    }

    private static Object nested(int depth) {
        Object value = "deep";
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        return value;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyRequestIsAnsweredAndMemoryStaysFlat() throws Exception {
        var random = new Random(23);
        var process = kernel.client().process().orElseThrow().pid();
        long before = 0;
        for (int i = 0; i < 1_500; i++) {
            if (i == 500) {
                before = resident(process);
            }
            var content = new HashMap<String, Object>();
            var values = values();
            for (var field : FIELDS) {
                if (random.nextInt(3) > 0) {
                    content.put(field, values.get(random.nextInt(values.size())));
                }
            }
            var type = TYPES.get(random.nextInt(TYPES.size()));
            if (type.equals("execute_request")) {
                content.put("code", List.of(random.nextInt()));
            }
            answered(random.nextBoolean() ? Channel.SHELL : Channel.CONTROL, type, content);
        }
        assertThat(resident(process) - before).as("bytes grown").isLessThan(100L << 20);
        assertThat(kernel.run("1 + 1").text()).isEqualTo("2");
    }

    private static void answered(Channel channel, String type, Map<String, Object> content)
            throws Exception {
        try (var pending = kernel.client().send(channel, type, content)) {
            var reply = pending.awaitReply(LIMIT);
            assertThat(reply.type()).isEqualTo(type.replace("_request", "_reply"));
        } catch (KernelException e) {
            throw new AssertionError(type + " with " + brief(content) + ": " + e.getMessage(), e);
        }
    }

    private static String brief(Map<String, Object> content) {
        var text = content.toString();
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }

    @Test
    void aTypeThatNobodyKnowsMakesTheKernelBusyAndIdleAndNoMore() throws Exception {
        for (var type : List.of("", "nonsense", "execute_reply", "dance_request", "😀")) {
            assertThat(kernel.tell(type, Map.of("code", "1")))
                    .extracting(message -> message.type())
                    .containsExactly("status", "status");
        }
        assertThat(kernel.run("1 + 1").text()).isEqualTo("2");
    }

    @Test
    void cursorsFarOutsideAreTakenAsTheEnds() throws Exception {
        for (long cursor : new long[] {-1, 1_000_000_000, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(kernel.client().complete("Math.ab", cursor).text("status")).isEqualTo("ok");
            assertThat(kernel.client().inspect("Math.abs", cursor, 0).text("status"))
                    .isEqualTo("ok");
        }
    }

    @Test
    void commsThatMakeNoSenseAreLeftUnanswered() throws Exception {
        for (var type : List.of("comm_open", "comm_msg", "comm_close")) {
            for (var value : values()) {
                if (value instanceof String text && text.length() > 10_000) {
                    continue;
                }
                kernel.tell(type, Map.of("comm_id", value, "target_name", value, "data", value));
                kernel.tell(type, Map.of());
            }
        }
        assertThat(kernel.run("1 + 1").text()).isEqualTo("2");
    }

    private static long resident(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        }
    }
}
