package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read by the launcher of the JVM. */
class ArgumentFileTest {
    @TempDir private Path folder;

    /** Prints what it was called with. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] words) {
            System.out.print(String.join("|", words) + "|" + System.getProperty("said"));
        }
    }

    @Test
    void theLauncherReadsEachArgumentAsItWasGiven() throws Exception {
        var words = List.of("a b", "C:\\new\\table", "say \"it\"", "two\nlines", "# no comment");
        var arguments = new java.util.ArrayList<>(List.of("-Dsaid=it's \\ so", "-cp"));
        arguments.add(
                System.getProperty("java.class.path")
                        + (java.io.File.pathSeparator + "/no/such.jar").repeat(20_000));
        arguments.add(Echo.class.getName());
        arguments.addAll(words);

        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var file = ArgumentFile.write(folder.resolve("the arguments"), arguments);
        var process = new ProcessBuilder(java, file).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo(String.join("|", words) + "|it's \\ so");
    }
}
