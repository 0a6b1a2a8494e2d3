package himalia.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.featurestore.Entity;
import himalia.featurestore.FeatureSource;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.FeatureView;
import himalia.featurestore.HistoryCases;
import himalia.storage.Checksums;
import himalia.storage.ConvertOptions;
import himalia.storage.CsvOptions;
import himalia.storage.Elt;
import himalia.storage.EltStep;
import himalia.storage.Sql;
import himalia.storage.Storage;
import himalia.streaming.TwoProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Work of the library on a cluster of two processes, which has nothing but Flink. */
@Tag("once")
@Timeout(300)
class ClusterTest {
    @TempDir private static Path place;
    private static TwoProcesses processes;
    private static Cluster cluster;

    private static final ConvertOptions ALL = ConvertOptions.defaults();

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        processes = TwoProcesses.start(place);
        cluster = Cluster.at(processes.address());
    }

    @AfterAll
    static void end() throws Exception {
        processes.close();
    }

    @Test
    void itSaysWhatItHas() throws Exception {
        assertThat(cluster)
                .hasToString(
                        "Flink 2.3.0 at %s: 1 task manager, 4 of 4 slots free, no job runs"
                                .formatted(processes.address()));
        assertThatThrownBy(() -> Cluster.at("127.0.0.1:1"))
                .hasMessageStartingWith("no Flink cluster answers at 127.0.0.1:1 (");
    }

    private Path csv() throws IOException {
        return Files.writeString(
                folder.resolve("bills.csv"),
                "name;amount;day\nAda;1,5;03.04.2026\n;2,25;25.12.2026\nGrace;;01.01.2026\n");
    }

    @Test
    void aConversionThereIsTheOneHere() throws Exception {
        var from = csv();
        var options = CsvOptions.defaults().separator(';').decimal(',').dateFormat("dd.MM.yyyy");
        var here = Storage.convert(from, folder.resolve("here.parquet"), options);
        var there = cluster.convert(from, folder.resolve("there.parquet"), options);
        assertThat(there.rows()).isEqualTo(here.rows()).isEqualTo(3);
        assertThat(there.columns()).isEqualTo(here.columns());
        assertThat(there.bytesAfter()).isEqualTo(here.bytesAfter());
        assertThat(there.to()).hasSameBinaryContentAs(here.to());
        var plain = cluster.convert(there.to(), folder.resolve("plain.jsonl"));
        assertThat(Checksums.of(plain.to()).differences(Checksums.of(here.to()))).isEmpty();
        assertThat(drafts()).isEmpty();
    }

    private List<Path> drafts() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith(".")).toList();
        }
    }

    @Test
    void whatIsWrongThereIsSaidAsHere() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.json"), "[{\"a\": 1}, {\"a\": ");
        var to = folder.resolve("out.parquet");
        var here =
                org.assertj.core.api.Assertions.catchThrowable(() -> Storage.convert(broken, to));
        assertThatThrownBy(() -> cluster.convert(broken, to))
                .isInstanceOf(here.getClass())
                .hasMessage(here.getMessage());
        assertThat(to).doesNotExist();
        assertThatThrownBy(() -> cluster.convert(folder.resolve("none.csv"), to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        folder.resolve("none.csv") + " is not there on the cluster's machine ")
                .hasMessageEndingWith("so put them into a folder that both have");
    }

    private void orders() throws IOException {
        Files.writeString(
                folder.resolve("orders-1.csv"), "day,amount\n2026-01-01,2\n2026-01-01,3\n");
        Files.writeString(folder.resolve("orders-2.csv"), "day,amount\n2026-01-02,4\n");
    }

    private Elt shop(String name) {
        var people =
                Table.create(
                        "people",
                        StringColumn.create("name", "Ada", "Grace"),
                        IntColumn.create("age", 36, 85),
                        DoubleColumn.create("weight", 50.5, Double.NaN));
        return Elt.into(folder.resolve(name))
                .load("orders", folder.resolve("orders-*.csv"))
                .load("people", people)
                .step(
                        "daily",
                        "select day, sum(amount) as total from orders where amount > ? group by day order by day",
                        2);
    }

    @Test
    void aWarehouseThereIsTheOneHereAndRunsNothingTwice() throws Exception {
        orders();
        var here = shop("here.duckdb").run();
        var there = cluster.run(shop("there.duckdb"));
        assertThat(there.steps())
                .extracting(EltStep::table, EltStep::rows, EltStep::ran)
                .containsExactlyElementsOf(
                        here.steps().stream()
                                .map(
                                        step ->
                                                org.assertj.core.groups.Tuple.tuple(
                                                        step.table(), step.rows(), step.ran()))
                                .toList());
        for (var table : List.of("orders", "people", "daily")) {
            assertThat(rows("there.duckdb", table)).isEqualTo(rows("here.duckdb", table));
        }
        assertThat(cluster.run(shop("there.duckdb")).ran()).isZero();
        assertThat(shop("there.duckdb").run().ran()).isZero();
        var wrong = shop("there.duckdb").step("more", "select nothing from orders");
        assertThatThrownBy(() -> cluster.run(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    private String rows(String warehouse, String table) throws Exception {
        try (var sql = Sql.open(folder.resolve(warehouse).toString())) {
            return sql.query("select * from " + table).print();
        }
    }

    @Test
    void aJoinThereIsTheReference() throws Exception {
        var file = folder.resolve("stats.parquet");
        Storage.write(HistoryCases.featureRows(), file);
        for (var question : HistoryCases.all()) {
            try (var store =
                    FeatureStore.at(
                            folder.resolve("store-" + question.number()), Clock.systemUTC())) {
                var source = FeatureSource.of(file, "event_time").created("created_time");
                store.apply(
                        FeatureView.of("stats", new Entity("entity", "entity"), source)
                                .ttl(question.ttl()));
                var rows = HistoryCases.entityRows();
                var there =
                        cluster.historicalFeatures(
                                store, rows, question.visibility(), "stats:value");
                assertThat(HistoryCases.values(there)).isEqualTo(question.answers());
                assertThat(there.print())
                        .isEqualTo(
                                store.historicalFeatures(rows, question.visibility(), "stats:value")
                                        .print());
            }
        }
    }

    @Test
    void whatOnlyThisProcessKnowsIsRefused() throws Exception {
        var rows = HistoryCases.entityRows();
        var view =
                FeatureView.of(
                        "stats",
                        new Entity("entity", "entity"),
                        FeatureSource.of(HistoryCases.featureRows(), "event_time"));
        try (var store = FeatureStore.inMemory()) {
            store.apply(view);
            assertThatThrownBy(() -> cluster.historicalFeatures(store, rows, "stats:value"))
                    .hasMessageContaining("FeatureStore.at(\"folder\") makes one that others see");
        }
        try (var store = FeatureStore.at(folder.resolve("store"), Clock.systemUTC())) {
            store.apply(view);
            assertThatThrownBy(() -> cluster.historicalFeatures(store, rows, "stats:value"))
                    .hasMessageStartingWith(
                            "the rows of the view 'stats' are a table of this notebook");
        }
    }

    @Test
    void anyCallComesBackAsItEnded() throws Exception {
        assertThat(cluster.call(() -> Runtime.version().feature()))
                .isEqualTo(Runtime.version().feature());
        assertThat(cluster.call(() -> ProcessHandle.current().pid()))
                .isNotEqualTo(ProcessHandle.current().pid());
        assertThatThrownBy(
                        () ->
                                cluster.call(
                                        () -> {
                                            throw new IOException("disk is full");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk is full");
        assertThatThrownBy(() -> cluster.call(Object::new))
                .hasMessageContaining("java.lang.Object is not Serializable");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "each process has a folder of its own there")
    void aWarehouseThatIsNotSeenHereIsToldSo() {
        var theirs = Path.of("/proc/self/cwd/theirs.duckdb");
        var people = Table.create("people", StringColumn.create("name", "Ada"));
        assertThatThrownBy(() -> cluster.run(Elt.into(theirs).load("people", people)))
                .hasMessage(
                        theirs
                                + " was written by the cluster and is not to be seen here; name a file in a folder that both have");
    }

    @Test
    void aTableOfManyMegabytesComesBack() throws Exception {
        int rows = 700_000;
        var numbers = cluster.call(() -> DoubleStream.iterate(0, i -> i + 1).limit(rows).toArray());
        assertThat(numbers).hasSize(rows).endsWith(rows - 2.0, rows - 1.0);
        var text = cluster.call(() -> "x".repeat(10_000_000));
        assertThat(text).hasSize(10_000_000);
    }

    @Test
    void aPatternOfFilesIsConvertedThere() throws Exception {
        orders();
        for (var pattern : List.of("orders-*.csv", "orders-[12].csv", "orders-{1,2}.csv")) {
            var done = cluster.convert(folder.resolve(pattern), folder.resolve("all.parquet"));
            assertThat(done.rows()).isEqualTo(3);
        }
    }

    @Test
    void manyFilesAreConvertedByManyTasksAsByOneHere() throws Exception {
        for (int file = 0; file < 9; file++) {
            var at = Files.createDirectories(folder.resolve("trips/year=" + (2020 + file)));
            Files.writeString(
                    at.resolve("t.csv"),
                    "id,fare,note,day\n%d,%s,%s,2024-01-0%d\n9007199254740993,,,\n"
                            .formatted(
                                    file,
                                    file < 5 ? file : file + 0.5,
                                    file < 7 ? "" : "x",
                                    1 + file));
        }
        var from = folder.resolve("trips");
        var address = himalia.remote.ClusterAddress.of(processes.address());
        for (var options :
                List.of(ALL, ALL.select("note", "fare", "id").where("fare > 3 or fare is null"))) {
            for (var name : List.of("trips.parquet", "trips.jsonl", "trips.arrow")) {
                var here = Storage.convert(from, folder.resolve("here-" + name), options);
                var there =
                        FarParts.convert(address, from, folder.resolve(name), options)
                                .orElseThrow();
                assertThat(there.rows()).isEqualTo(here.rows());
                assertThat(there.bytesBefore()).isEqualTo(here.bytesBefore());
                assertThat(Checksums.of(there.to()).differences(Checksums.of(here.to()))).isEmpty();
                var read = Storage.read(there.to());
                assertThat(read.types()).isEqualTo(Storage.read(here.to()).types());
            }
        }
        assertThat(drafts()).isEmpty();
        Files.writeString(folder.resolve("trips/year=2020/t.csv"), "id,fare,note,day\nx,,,\n");
        assertThat(FarParts.convert(address, from, folder.resolve("t.parquet"), ALL)).isEmpty();
        assertThatThrownBy(() -> cluster.convert(from, folder.resolve("t.parquet")))
                .hasMessageContaining("year=2020");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void whatManyTasksReadIsNotWrittenOver() throws Exception {
        orders();
        for (var name : List.of("orders-1", "orders-2")) {
            Storage.convert(
                    folder.resolve(name + ".csv"), folder.resolve("p/" + name + ".parquet"));
        }
        var to = folder.resolve("p/orders-1.parquet");
        var before = Files.readAllBytes(to);
        var options = ALL.where("amount > 2");
        assertThatThrownBy(() -> cluster.convert(folder.resolve("p/*.parquet"), to, options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("orders-1.parquet is read here, and what is not chosen");
        assertThat(to).hasBinaryContent(before);
    }

    @Test
    void theFolderOfTheNewFileIsNoColumnOfIt() throws Exception {
        orders();
        var from = folder.resolve("orders-*.csv");
        Files.createDirectories(folder.resolve("there/year=2024"));
        var here = Storage.convert(from, folder.resolve("here/year=2024/all.parquet"));
        var there = cluster.convert(from, folder.resolve("there/year=2024/all.parquet"));
        assertThat(there.columns()).isEqualTo(here.columns()).isEqualTo(2);
        assertThat(Checksums.of(there.to()).differences(Checksums.of(here.to()))).isEmpty();
    }

    @Test
    void aTaskManagerThatDiesLeavesNothingHalfWritten() throws Exception {
        var from = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(from)) {
            out.write("a,b,c\n");
            for (int i = 0; i < 6_000_000; i++) {
                out.write(i + "," + i * 31L + ",text " + i % 1000 + "\n");
            }
        }
        var to = Files.writeString(folder.resolve("large.avro"), "as it was");
        var thrown = new AtomicReference<Throwable>();
        var done = new CountDownLatch(1);
        var cell =
                new Thread(
                        () -> {
                            try {
                                cluster.convert(from, to);
                            } catch (Throwable e) {
                                thrown.set(e);
                            }
                            done.countDown();
                        });
        cell.start();
        while (drafts().isEmpty() && done.getCount() > 0) {
            Thread.sleep(5);
        }
        processes.killTaskManager();
        try {
            done.await();
            assertThat(thrown.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "the cluster at %s lost a task manager while the job ran"
                                    .formatted(processes.address()));
            assertThat(to).hasContent("as it was");
        } finally {
            processes.restartTaskManager();
        }
        // The new one is sent the libraries again.
        assertThat(
                        cluster.convert(
                                        csv(),
                                        folder.resolve("after.parquet"),
                                        CsvOptions.defaults().separator(';'))
                                .rows())
                .isEqualTo(3);
    }
}
