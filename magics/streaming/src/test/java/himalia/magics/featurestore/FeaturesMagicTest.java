package himalia.magics.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.FeatureScores;
import himalia.featurestore.Entity;
import himalia.featurestore.EntityTimeline;
import himalia.featurestore.FeatureEndpoint;
import himalia.featurestore.FeatureSource;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.FeatureView;
import himalia.featurestore.SkewReport;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FeaturesMagicTest {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    /** A row of features. */
    record Stat(int driver_id, Instant event_time, double rate) {}

    @TempDir private Path folder;
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final FeatureStore store = FeatureStore.inMemory();
    private final Table stats = Tables.of(List.of(new Stat(1, START, 0.5)));
    private final FeatureView view =
            FeatureView.of(
                    "stats",
                    new Entity("driver", "driver_id"),
                    FeatureSource.of(stats, "event_time"));

    @AfterEach
    void close() {
        store.close();
    }

    private Object run(Object... words) throws Exception {
        return catalog.line(new RecordingNotebook(folder), "features", List.of(words));
    }

    private Value store() {
        return new Value("store", store);
    }

    @Test
    void aTableThatMissesNoCellIsSaidToMissNone() throws Exception {
        var notebook = new RecordingNotebook(folder);
        var whole = Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("y", "a", ""));

        var missing =
                catalog.line(notebook, "features", List.of("missing", new Value("rows", whole)));
        assertThat(((Table) missing).rowCount()).isEqualTo(1);
        assertThat(notebook.shown()).isEmpty();

        whole.stringColumn("y").set(1, "b");
        catalog.line(notebook, "features", List.of("missing", new Value("rows", whole)));
        assertThat(notebook.shown()).containsExactly("No cell is missing in 2 rows of 2 columns.");
    }

    @Test
    void columnsOfATableAreScoredWithoutAStore() throws Exception {
        var rows =
                Table.create(
                        DoubleColumn.create("noise", 1, 2, 1, 2, 1, 2),
                        DoubleColumn.create("tells", 1, 2, 1, 8, 9, 8),
                        StringColumn.create("y", "a", "a", "a", "b", "b", "b"));
        var scores = (Table) run("scores", "--label", "y", new Value("rows", rows));

        assertThat(scores.stringColumn("feature").asList()).containsExactly("tells", "noise");
        assertThat(scores)
                .asString()
                .isEqualTo(
                        FeatureScores.of(rows, "y", FeatureScores.By.F_CLASSIF)
                                .sortDescendingOn("score")
                                .toString());
        assertThat(
                        ((Table)
                                        run(
                                                "scores",
                                                "--label",
                                                "y",
                                                "--by",
                                                "mutual-info-quarters",
                                                new Value("rows", rows)))
                                .stringColumn("feature")
                                .get(0))
                .isEqualTo("tells");
        assertThat(folder.resolve(".himalia")).doesNotExist();
    }

    @Test
    void columnsThatAreNotScoredAreNamedAndWhatHasNoScoreComesLast() throws Exception {
        var rows =
                Table.create(
                        DoubleColumn.create("same", 3, 3, 3, 3),
                        DoubleColumn.create("tells", 1, 2, 8, 9),
                        StringColumn.create("town", "a", "b", "a", "b"),
                        StringColumn.create("y", "a", "a", "b", "b"));
        var notebook = new RecordingNotebook(folder);
        var words = List.<Object>of("scores", "--label", "y", new Value("rows", rows));

        var scores = (Table) catalog.line(notebook, "features", words);

        assertThat(scores.stringColumn("feature").asList()).containsExactly("tells", "same");
        assertThat(notebook.shown()).containsExactly("not scored, no numbers: town (text)");
        var texts = new Value("texts", rows.selectColumns("town", "y"));
        assertThatThrownBy(() -> run("scores", "--label", "y", texts))
                .hasMessage(
                        "%features: no column but the label holds numbers, which are scored; make some first, such as by OneHotEncoder; there are: town (text)");
        var bare = new Value("bare", rows.selectColumns("y"));
        assertThatThrownBy(() -> run("scores", "--label", "y", bare))
                .hasMessageEndingWith(
                        "make some first, such as by OneHotEncoder; there is no other column");
    }

    @Test
    void missingCellsAreReportedWithoutAStore() throws Exception {
        var rows =
                Table.create(
                        "rows",
                        DoubleColumn.create("x", new Double[] {1.0, null, 1.0, 2.0}),
                        StringColumn.create("y", "a", "a", "b", "b"));
        var report = (Table) run("missing", "--label", "y", new Value("rows", rows));

        assertThat(report.stringColumn("column").asList()).containsExactly("x");
        assertThat(report.doubleColumn("y a").get(0)).isEqualTo(0.5);
        assertThat(((Table) run("missing", new Value("rows", rows))).columnNames())
                .doesNotContain("y a");
        assertThat(folder.resolve(".himalia")).doesNotExist();
    }

    @Test
    void aLineDoesWhatTheStoreDoes() throws Exception {
        run("apply", "--store", store(), new Value("view", view));
        var rows = new Value("rows", Tables.of(List.of(new Stat(1, START.plusSeconds(5), 0))));
        var history = (Table) run("history", "--store", store(), rows, "stats:rate as known");
        assertThat(history.doubleColumn("known").get(0)).isEqualTo(0.5);
        run("materialize", "--store", store(), "--from", "2026-01-01", "--to", "2026-06-01");
        run("skew", "--store", store(), "--log", "on");
        var online = (Table) run("online", "--store", store(), rows, "stats:rate as known");
        assertThat(online.doubleColumn("known").get(0)).isEqualTo(0.5);
        assertThat(((SkewReport) run("skew", "--store", store())).isEqual()).isTrue();
        assertThat(run("push", "--store", store(), "--to", "OFFLINE", "stats", rows)).isEqualTo(1);
        // As the line's own list writes it, and as Java does.
        for (var both : List.of("online-and-offline", "online_and_offline")) {
            assertThat(run("push", "--store", store(), "--to", both, "stats", rows)).isEqualTo(1);
        }
        var timeline = (EntityTimeline) run("timeline", "--store", store(), rows, "stats:rate");
        assertThat(timeline.events()).hasSize(2);
        assertThat(((Table) run("freshness", "--store", store())).rowCount()).isEqualTo(1);
    }

    @Test
    void whatIsPushedOfATimeToComeIsSaid() throws Exception {
        var notebook = new RecordingNotebook(folder);
        run("apply", "--store", store(), new Value("view", view));
        var later = new Stat(1, Instant.parse("2200-01-01T00:00:00Z"), 0.7);
        var rows = new Value("rows", Tables.of(List.of(later)));
        catalog.line(notebook, "features", List.of("push", "--store", store(), "stats", rows));
        assertThat(notebook.shown().toString())
                .contains("Note: 1 of these rows is of a time that is still to come");
        var now = new Value("now", Tables.of(List.of(new Stat(2, Instant.EPOCH, 0.7))));
        var other = new RecordingNotebook(folder);
        catalog.line(other, "features", List.of("push", "--store", store(), "stats", now));
        assertThat(other.shown()).isEmpty();
    }

    @Test
    void theStoreBesideTheNotebookIsOpenedOnceAndKept() throws Exception {
        run("apply", new Value("view", view));
        assertThat(folder.resolve(".himalia/features/registry.json")).exists();
        assertThat(((Table) run("apply")).rowCount()).isEqualTo(1);
    }

    @Test
    void theSameLineAgainTakesThePlaceOfWhatItServed() throws Exception {
        int port;
        try (var free = (FeatureEndpoint) run("serve", "--store", store())) {
            port = free.url().getPort();
        }
        var first = (FeatureEndpoint) run("serve", "--store", store(), "--port", "" + port);
        try (var second = (FeatureEndpoint) run("serve", "--store", store(), "--port", "" + port)) {
            assertThat(first.isOpen()).isFalse();
            assertThat(second.isOpen()).isTrue();
        }
    }

    @Test
    void slipsAreOneMessageUnderTheMagicsName() {
        assertThatThrownBy(() -> run("materialize", "--store", store(), "--to", "soon"))
                .hasMessage(
                        "%features: --to takes a time such as 2026-01-31 or 2026-01-31T08:30:00Z, or now; got 'soon'");
        assertThatThrownBy(() -> run("learn"))
                .hasMessageStartingWith("%features: no action 'learn'; there are: apply, ");
    }
}
