package himalia.magics.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NotebookMagicsTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();

    @Test
    void lsmagicNamesEveryMagicWithWhatItDoes() throws Exception {
        var magics = (MagicList) catalog.line(notebook, "lsmagic", List.of());

        assertThat(magics.magics())
                .contains(
                        new MagicName(
                                "notebook",
                                "%time, %%time",
                                "Shows how long the line or the cell took, by the clock and on the"
                                        + " CPU.",
                                ""))
                .anySatisfy(magic -> assertThat(magic.gives()).isEqualTo("MagicList"));
        assertThat(magics.toString().lines().map(String::strip))
                .contains("notebook", "libraries", "session")
                .hasSizeGreaterThan(magics.magics().size());
        assertThat(magics.bundle().toString())
                .contains("Shows how long the line or the cell took, by the clock and on the CPU.");
    }

    @Test
    void mavenAsksTheKernelAndReportsWhatWasAdded() throws Exception {
        notebook.answering("maven", Map.of("added", List.of("a:b:1", "c:d:2"), "notes", List.of()));

        var report = catalog.line(notebook, "maven", List.of("a:b:1"));

        assertThat(notebook.asked())
                .singleElement()
                .asString()
                .contains("coordinates=[a:b:1]", "repositories=[]");
        assertThat(report).hasToString("added 2 artifacts:\n  a:b:1\n  c:d:2");
    }

    @Test
    void mavenRefusesWhatIsNoCoordinateBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> catalog.line(notebook, "maven", List.of("commons-math3")))
                .hasMessage(
                        "%maven: 'commons-math3' is no coordinate; write group:artifact:version,"
                                + " such as org.apache.commons:commons-math3:3.6.1");
        assertThat(notebook.asked()).isEmpty();
    }

    /** The shell has started and waits where it writes the file that is read here to its end. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aShellCommandIsEndedByAnInterrupt(@TempDir Path folder) throws Exception {
        Process pipe = new ProcessBuilder("mkfifo", folder.resolve("started").toString()).start();
        assertThat(pipe.waitFor()).isZero();
        var failure = new CompletableFuture<Throwable>();
        var cell =
                new Thread(
                        () -> {
                            var words =
                                    List.<Object>of("echo on >", folder + "/started;", "sleep 300");
                            try {
                                catalog.line(notebook, "sh", words);
                                failure.complete(new AssertionError("it came to its end"));
                            } catch (Exception e) {
                                failure.complete(e);
                            }
                        });
        cell.start();
        assertThat(Files.readString(folder.resolve("started"))).isEqualTo("on\n");

        cell.interrupt();

        assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void mavenWithoutAWordSaysWhatIsMissing() {
        assertThatThrownBy(() -> catalog.line(notebook, "maven", List.of()))
                .hasMessageStartingWith("%maven: group:artifact:version is missing");
    }

    @Test
    void exitAndQuitAskTheFrontEndToClose() throws Exception {
        catalog.line(notebook, "exit", List.of());
        catalog.line(notebook, "quit", List.of("--keep-kernel"));

        assertThat(notebook.asked())
                .containsExactly("exit{keepKernel=false}", "exit{keepKernel=true}");
    }
}
