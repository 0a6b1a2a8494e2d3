package himalia.magics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Displayable;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class TableMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table table = Table.create("t", IntColumn.create("x", 3, 1, 2, 5, 4));

    private String shown(Object... words) throws Exception {
        return ((Displayable) catalog.line(notebook, "table", List.of(words))).bundle().text();
    }

    @Test
    void aTableIsShownInTheOrderAndSizeAskedFor() throws Exception {
        var large = new Value("large", table.intColumn("x").isGreaterThan(1));
        var text = shown(new Value("t", table), "--sort=-x", "--where", large, "--rows", "2");
        assertThat(text)
                .isEqualTo(
                        """
                        t
                             x
                           int
                        3    5
                        ⋮    ⋮
                        2    2
                        4 rows × 1 column (2 × 1 shown)""");
    }

    @Test
    void aSummaryTellsOfEachColumn() throws Exception {
        assertThat(shown(new Value("t", table), "--summary")).contains("distinct", "median");
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertThatThrownBy(() -> shown(new Value("t", table), "--heat", "y"))
                .hasMessageContaining("no column 'y'");
    }
}
