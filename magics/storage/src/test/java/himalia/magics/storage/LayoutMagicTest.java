package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.storage.TableLayout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class LayoutMagicTest {
    @TempDir private Path folder;

    private final PicocliCatalog catalog = new PicocliCatalog();

    private Object layout(Table table) throws Exception {
        return catalog.line(
                new RecordingNotebook(folder), "layout", List.of(new Value("t", table)));
    }

    @Test
    void aTableIsMeasured() throws Exception {
        var table = Table.create("t", IntColumn.create("id", new int[] {1, 2}));

        var layout = (TableLayout) layout(table);

        assertThat(layout.table()).isSameAs(table);
        assertThat(layout.costs()).hasSize(3);
    }

    @Test
    void anEmptyOneIsSaidUnderTheMagicsName() {
        assertThatThrownBy(() -> layout(Table.create("t")))
                .hasMessage(
                        "%layout: table 't' has 0 rows and 0 columns, so that there is nothing to look at");
    }
}
