package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.client.CellResult;
import himalia.kernel.protocol.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flink's jobs from cells: their lambdas and records, interrupts, and what is printed. */
@Tag("kernel")
@Timeout(180)
class FlinkCellsTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        long begin = System.nanoTime();
        kernel.close();
        // Threads of Flink that are no daemons, and a job that never ends, hold nobody up.
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
    }

    @Test
    void recordsLambdasAndVariablesOfCellsAreThoseOfTheLastCellThatSaidThem() {
        kernel.value("int factor = 2; record Pair(String name, int number) {}");
        var run =
                "Streams.collect(Flink.local().fromData(new Pair(\"a\", 3)).map(p -> p.number() * factor))";
        assertThat(kernel.value(run)).isEqualTo("[6]");
        kernel.value("factor = 5;");
        assertThat(kernel.value(run)).isEqualTo("[15]");
        kernel.value(
                "record Pair(String name, int number) { public int number() { return number + 1; } }");
        assertThat(kernel.value(run)).isEqualTo("[20]");
    }

    @Test
    void nothingOfFlinksLogIsInTheCellAndWhatAnOperatorPrintsIs() {
        var result =
                kernel.run("var env = Flink.local(); env.fromData(1, 2).print(); env.execute();");
        assertThat(result.stdout()).isEqualTo("1\n2\n");
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void whatAnOperatorThrowsIsToldWithTheLineOfTheCell() {
        var told =
                kernel.failure(
                        "int zero = 0;\nStreams.collect(Flink.local().fromData(1)\n.map(i -> i / zero))");
        assertThat(told)
                .contains("ArithmeticException: / by zero", "line 3")
                .doesNotContain("flink");
    }

    @Test
    void anInterruptEndsTheJobThatItsCellWaitsForAndNoOtherAndTheNextRuns() {
        kernel.value(
                """
                var seen = new java.util.concurrent.atomic.AtomicLong();
                var behind = Streams.start("behind", Streams.generate(200, i -> i).stream().map(i -> { seen.incrementAndGet(); return i; }), i -> {});""");
        var interrupted =
                kernel.runUntilShown(
                        """
                        var endless = Streams.generate(200, i -> i).stream().filter(i -> { long n = i; while (n > 0) { n -= 1; } return false; });
                        display("now");
                        Streams.collect(endless, 1)""");
        assertThat(interrupted.ok()).isFalse();
        assertThat(kernel.value("Flink.jobs().get(Flink.jobs().size() - 1).await().state()"))
                .isEqualTo("ENDED");
        assertThat(kernel.value("Streams.collect(Flink.local().fromData(7))")).isEqualTo("[7]");
        kernel.value("long before = seen.get(); while (seen.get() < before + 20) Thread.sleep(5);");
        assertThat(kernel.value("behind.state()")).isEqualTo("RUNNING");
    }

    @Test
    void theLastPictureOfAStreamIsThereWhenItsCellEnds() {
        for (int i = 0; i < 3; i++) {
            assertThat(lastPicture(kernel.run("%%flink\nFlink.local().fromData(1, 2, 3)")))
                    .startsWith("flink · finished · 3 rows");
            assertThat(
                            lastPicture(
                                    kernel.run(
                                            "Streams.show(Flink.local().fromData(1, 2)).await();")))
                    .startsWith("stream · finished · 2 rows");
        }
    }

    @Test
    void anInterruptedStreamEndsWithAPictureThatSaysSo() {
        for (int i = 0; i < 10; i++) {
            assertThat(
                            lastPicture(
                                    kernel.runUntilUpdated(
                                            "%%flink\nStreams.generate(100, i -> i).stream()")))
                    .matches("(?s)flink · (ending|ended) · .*");
        }
        kernel.value(
                "static final java.util.concurrent.atomic.AtomicBoolean FREE = new java.util.concurrent.atomic.AtomicBoolean();");
        var deaf =
                kernel.runUntilUpdated(
                        """
                        %%flink
                        Streams.generate(100, i -> i).stream().map(i -> {
                            if (i > 3) { while (!FREE.get()) java.util.concurrent.locks.LockSupport.parkNanos(1000); }
                            return i; })""");
        assertThat(lastPicture(deaf)).matches("(?s)flink · (ending|ended) · .*");
    }

    @Test
    void aNewProcessForTheCellsEndsTheirPicturesToo(@TempDir Path home) {
        try (var other = LiveKernel.in(home)) {
            other.value(
                    "var job = Streams.show(\"ticks\", Streams.generate(100, i -> i).stream());");
            other.value("Thread.sleep(500);");
            var restarted = other.run("%jvm --restart").published("update_display_data");
            // What belongs to the first cell came before what belongs to the one that ends it.
            var pictures = new ArrayList<Message>();
            for (var next = other.unclaimed(); next.isPresent(); next = other.unclaimed()) {
                if (next.get().type().equals("update_display_data")) {
                    pictures.add(next.get());
                }
            }
            pictures.addAll(restarted);
            var last = text(pictures.get(pictures.size() - 1));
            assertThat(last).startsWith("ticks · ended · ");
        }
    }

    private static String lastPicture(CellResult result) {
        var all = new ArrayList<>(result.published("display_data"));
        all.addAll(result.published("update_display_data"));
        return text(all.get(all.size() - 1));
    }

    private static String text(Message shown) {
        return String.valueOf(shown.fields().object("data").get("text/plain"));
    }

    @Test
    void whatFlinkRefusesInItsOwnWordsHasAWayOut() {
        assertThat(
                        kernel.failure(
                                "Streams.collect(Flink.local().fromData(1).map(i -> Map.of(i, i)))"))
                .contains("Hint: Of a lambda that gives something generic Flink cannot tell what")
                .contains(".returns(Types.MAP(Types.STRING, Types.LONG))");
        assertThat(kernel.value("Flink.local().fromData(1).map(i -> Map.of(i, i))"))
                .startsWith("a stream of what Flink cannot tell from the last lambda");
        assertThat(
                        kernel.failure(
                                "{ var guard = new java.util.concurrent.Semaphore(1);\nvar own = Thread.currentThread();\nFlink.local().fromData(1).map(i -> own.getName()); }"))
                .contains("Hint: What a lambda of a stream names is copied into the job, and a ")
                .contains("declare that variable outside of any block or method");
        assertThat(kernel.failure("StreamExecutionEnvironment env = Flink.local();"))
                .contains(
                        "import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;");
        assertThat(kernel.failure("MapFunction<Long, Long> next = i -> i + 1;"))
                .contains("import org.apache.flink.api.common.functions.MapFunction;");
        assertThat(kernel.failure("%%flink"))
                .contains("%%flink takes the value of the last expression below it");
    }

    @Test
    void featuresAndViewsOfAStoreAreCompleted() {
        kernel.value(
                """
                var rates = Tables.of(List.of(Map.of("id", 1, "t", Instant.EPOCH, "rate", 0.5)));
                var driver = new Entity("driver", "id");
                var ratesOf = FeatureView.of("rates_of_drivers", driver, FeatureSource.of(rates, "t"));
                var kept = FeatureStore.inMemory().apply(ratesOf);""");
        assertThat(kernel.value("ratesOf.ttl(Duration.ofDays(290))"))
                .contains("rates_of_drivers by id", "time to live 290 d 0 h");
        assertThat(kernel.complete("%features --store kept history rates ra").list("matches"))
                .containsExactly("rates_of_drivers:rate");
        assertThat(kernel.complete("%features --store kept push ra").list("matches").toString())
                .contains("rates_of_drivers");
    }

    @Test
    void aStreamOfTheMagicIsShownAndItsDeclarationsStay() {
        kernel.value(
                "%%flink --rows 2 --into t\nvar numbers = Flink.local().fromData(1, 2, 3);\nnumbers.map(i -> i * 10)");
        assertThat(kernel.value("t.column(0).asList()")).isEqualTo("[10, 20, 30]");
        assertThat(kernel.value("Streams.collect(numbers)")).isEqualTo("[1, 2, 3]");
    }
}
