package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.slices.Slice;
import himalia.evaluation.slices.Slices;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Model;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SlicesMagicTest {
    private static final int ROWS = 160;

    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table table =
            Table.create(
                    "test",
                    DoubleColumn.create("x", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                    StringColumn.create(
                            "city",
                            IntStream.range(0, ROWS)
                                    .mapToObj(i -> i % 4 == 0 ? "Oslo" : "Bonn")
                                    .toArray(String[]::new)),
                    IntColumn.create(
                            "y",
                            IntStream.range(0, ROWS)
                                    .map(i -> (i < 80 ? 0 : 1) ^ (i % 8 == 0 ? 1 : 0))
                                    .toArray()));
    private final Model model = new LogisticRegression(1.0).fit(table.rejectColumns("city"), "y");

    private Slices slices(String words) throws Exception {
        var all = new ArrayList<Object>();
        if (!words.isEmpty()) {
            all.addAll(List.of(words.split(" ")));
        }
        all.add(new Value("model", model));
        all.add(new Value("test", table));
        return (Slices) catalog.line(notebook, "slices", all);
    }

    @Test
    void columnsThatAreNamedAreSliced() throws Exception {
        var slices = slices("--by city --metric recall");

        assertThat(slices.metric()).isEqualTo("recall");
        assertThat(slices.slices())
                .extracting(Slice::name)
                .containsExactly("city = Oslo", "city = Bonn");
        assertThat(slices("--by city,y").slices()).hasSize(4);
        assertThat(slices.verdict()).contains("The model has learnt from 160 of these 160 rows");
    }

    @Test
    void withoutAColumnTheWorstAreLookedForInWhatTheModelReads() throws Exception {
        var slices = slices("");

        assertThat(slices.metric()).isEqualTo("accuracy");
        assertThat(slices.looked()).isEqualTo(4);
        assertThat(slices("--least-rows 50").looked()).isZero();
    }

    @Test
    void theLeastRowsOfASearchAreRefusedWhereNothingIsSearched() {
        assertThatThrownBy(() -> slices("--by city --least-rows 50"))
                .hasMessage(
                        "%slices: --least-rows 50 is for the search, and --by judges every slice; leave out one of them");
    }

    @Test
    void aMistypedMetricIsRefused() {
        assertThatThrownBy(() -> slices("--metric recal --by city"))
                .hasMessageStartingWith(
                        "%slices: no metric 'recal'; did you mean 'recall'? There are: ");
    }
}
