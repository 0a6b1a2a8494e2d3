package himalia.magics.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of(""));
    private final PicocliCatalog catalog = new PicocliCatalog();

    @Test
    void theBuildHasWrittenTheIndex() {
        assertThat(catalog.describe()).extracting("name").contains("time");
    }

    @Test
    void helpOfAMagicAroundCodeLeavesTheCodeAlone() throws Exception {
        var magic = catalog.around(notebook, "time", List.of("--help"));
        magic.before(notebook);
        magic.after(notebook);

        assertThat(notebook.shown()).hasSize(1);
    }

    @Test
    void timeShowsOneLine() throws Exception {
        var magic = catalog.around(notebook, "time", List.of());
        magic.before(notebook);
        assertThat(magic.after(notebook)).isNull();

        assertThat(notebook.shown().get(0)).matches("Wall time: [^,]+");
    }

    @Test
    void theProcessorsTimeIsToldWhereItIsKnownWellEnough() throws Exception {
        var magic = catalog.around(notebook, "time", List.of());
        magic.before(notebook);
        Thread.sleep(150);
        magic.after(notebook);

        assertThat(notebook.shown().get(0)).matches("Wall time: .+, CPU: .+");
    }
}
