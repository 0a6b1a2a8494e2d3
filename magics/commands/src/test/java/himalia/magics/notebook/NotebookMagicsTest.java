package himalia.magics.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotebookMagicsTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();

    @Test
    @SuppressWarnings("unchecked")
    void lsmagicNamesEveryMagicWithWhatItDoes() throws Exception {
        var magics = (List<MagicName>) catalog.line(notebook, "lsmagic", List.of());

        assertThat(magics)
                .contains(
                        new MagicName(
                                "%time, %%time",
                                "Shows how long the line or the cell took, by the clock and on the"
                                        + " CPU.",
                                ""))
                .anySatisfy(magic -> assertThat(magic.gives()).isEqualTo("List<MagicName>"));
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

    @Test
    void mavenWithoutAWordSaysWhatIsMissing() {
        assertThatThrownBy(() -> catalog.line(notebook, "maven", List.of()))
                .hasMessageStartingWith("%maven: group:artifact:version is missing");
    }
}
