package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, whose heap is 64 MB: 40 for what is new, of which Eden has 32. */
class FreeMemoryTest {
    private static final int MB = 1 << 20;

    @Test
    void whatNobodyHoldsIsFreeAlsoWhereNoCollectionCanBeAskedFor() throws Exception {
        assertThat(asked("45", "-XX:+DisableExplicitGC")).isEqualTo("there is room");
        assertThat(asked("45")).isEqualTo("there is room");
        assertThat(asked("63", "-XX:+DisableExplicitGC"))
                .isEqualTo(
                        "a block, which is more than there is memory for; take less, or give Java more of it, in a notebook by %jvm --heap 8g");
    }

    private static String asked(String megabytes, String... options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xms64m", "-Xmn40m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Asking.class.getName(), megabytes));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) {
            int collected = 0;
            for (int i = 0; i < 56; i++) {
                collected += new byte[MB].length;
            }
            try {
                FreeMemory.check(Long.parseLong(arguments[0]) * MB, "a block", "take less, or");
                System.out.println(collected > 0 ? "there is room" : "");
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
