package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Work behind the cells, and what is done when the session ends. */
@Tag("kernel")
@Timeout(120)
class JobsTest {
    /** Waits for a job that only waits. */
    private static final String FOREVER = "() -> { while (true) Thread.sleep(60_000); }";

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static String state(String name) {
        return kernel.value("Jobs.named(\"" + name + "\").state().toString()");
    }

    @Test
    void aJobOutlivesItsCellAndGivesSomething() {
        kernel.value(
                """
                var go = new CountDownLatch(1);
                Jobs.start("answer", () -> { Jobs.progress("waits"); go.await(); return 42; });""");
        assertThat(state("answer")).isEqualTo("RUNNING");
        kernel.value("while (Jobs.named(\"answer\").progress().isEmpty()) Thread.sleep(1);");
        assertThat(kernel.value("%jobs")).contains("answer", "running", "waits");

        kernel.value("go.countDown();");
        assertThat(kernel.value("%jobs wait answer")).contains("answer", "done", "42");
        assertThat(kernel.value("Jobs.named(\"answer\").result().get()")).isEqualTo("42");
    }

    @Test
    void whatAJobFailsOfIsToldByTheList() {
        var started =
                kernel.run(
                        """
                        var wrong = Jobs.start("wrong", () -> { throw new IOException("no disk"); });
                        wrong.await();
                        Thread.sleep(300);""");
        assertThat(started.stderr())
                .contains(
                        "Exception in thread \"job wrong\" java.io.IOException: no disk",
                        ", line 1");
        assertThat(kernel.failure("%jobs wait wrong"))
                .contains("job 'wrong' failed: java.io.IOException: no disk");
        assertThat(kernel.value("%jobs")).contains("failed", "IOException: no disk");
    }

    @Test
    void whatAJobComputesInParallelEndsWithIt() {
        kernel.value(
                """
                var ticks = new java.util.concurrent.atomic.AtomicLong();
                static void tick(java.util.concurrent.atomic.AtomicLong ticks) {
                    while (true) {
                        try { Thread.sleep(20); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                        ticks.incrementAndGet();
                    }
                }
                Jobs.start("fellows", () -> IntStream.range(0, 4).parallel().forEach(i -> tick(ticks)));
                while (ticks.get() < 4) Thread.sleep(1);""");
        assertThat(kernel.value("%jobs end fellows")).contains("ended");
        kernel.value(
                "long ticked = 0;\ndo { ticked = ticks.get(); Thread.sleep(1000); } while (ticks.get() > ticked);");
    }

    @Test
    void whatFailsAsAJobIsEndedIsToldToo() {
        kernel.value(
                """
                var open = new CountDownLatch(1);
                Jobs.start("writes", () -> {
                    try { open.countDown(); Thread.sleep(60_000); } finally { throw new IOException("no space left"); }
                });
                open.await();""");
        assertThat(kernel.value("%jobs end writes"))
                .contains("ended", "IOException: no space left");
    }

    @Test
    void anInterruptOfACellDoesNotEndWhatAJobComputesInParallel() {
        kernel.value(
                """
                var rounds = new java.util.concurrent.atomic.AtomicLong();
                static long burn(int i) { long n = i; for (int k = 0; k < 200_000; k++) n = n * 31 + k; return n; }
                Jobs.start("parallel", () -> {
                    while (true) { IntStream.range(0, 64).parallel().mapToLong(i -> burn(i)).sum(); rounds.incrementAndGet(); }
                });
                while (rounds.get() < 3) Thread.sleep(1);""");
        for (int i = 0; i < 5; i++) {
            var later = kernel.runUntilPrinted("System.out.println(1);\nwhile (true) { }");
            assertThat(later.ok()).isFalse();
        }
        kernel.value("long seen = rounds.get();\nwhile (rounds.get() < seen + 3) Thread.sleep(1);");
        assertThat(state("parallel")).isEqualTo("RUNNING");
        assertThat(kernel.value("%jobs end parallel")).contains("ended");
        var rest = "seen = rounds.get();\nThread.sleep(300);\nrounds.get() - seen";
        assertThat(kernel.value(rest)).isEqualTo("0");
    }

    @Test
    void aTrainingThatIsEndedIsEndedAndGivesWhatItHas() {
        kernel.value(
                """
                var far = new CountDownLatch(1);
                Jobs.start("trains", () -> {
                    try (var work = himalia.display.bundle.KeptWork.begin("round")) {
                        far.countDown();
                        while (!Thread.currentThread().isInterrupted()) { }
                        return "the best so far";
                    }
                });
                far.await();""");
        assertThat(kernel.value("%jobs end trains")).contains("ended", "the best so far");
        assertThat(state("trains")).isEqualTo("ENDED");
    }

    @Test
    void aJobEndsWhenItIsToldToWhetherItWaitsOrComputes() {
        kernel.value("Jobs.start(\"waits\", " + FOREVER + ");");
        kernel.value("long turns = 0;\nJobs.start(\"computes\", () -> { while (true) turns++; });");
        assertThat(kernel.value("%jobs end waits")).contains("waits", "ended");
        assertThat(kernel.value("%jobs end computes")).contains("computes", "ended");
        // And what cells run afterwards is not meant.
        assertThat(kernel.value("int n = 0;\nfor (int i = 0; i < 1000; i++) n++;\nn"))
                .isEqualTo("1000");
    }

    @Test
    void anInterruptOfTheCellThatStartedItOrOfALaterOneDoesNotEndIt() {
        var begun =
                kernel.runUntilPrinted(
                        """
                        Jobs.start("stays", () -> { long n = 0; while (n >= 0) n = (n + 1) % 1000; });
                        System.out.println("begun");
                        while (true) Thread.sleep(10);""");
        assertThat(begun.ok()).isFalse();
        var later = kernel.runUntilPrinted("System.out.println(1);\nwhile (true) { }");
        assertThat(later.ok()).isFalse();

        assertThat(state("stays")).isEqualTo("RUNNING");
        var waiting =
                kernel.runUntilPrinted("System.out.println(1);\nJobs.named(\"stays\").await();");
        assertThat(waiting.ok()).isFalse();
        assertThat(state("stays")).isEqualTo("RUNNING");
        assertThat(kernel.value("%jobs end stays")).contains("ended");
    }

    @Test
    void whatAJobPrintsIsNotALaterCells() {
        kernel.value(
                """
                var print = new CountDownLatch(1);
                Jobs.start("prints", () -> { print.await(); System.out.println("of the job"); });""");
        var later =
                kernel.run(
                        "print.countDown();\nJobs.named(\"prints\").await();\nSystem.out.println(\"of the cell\");");
        assertThat(later.stdout()).isEqualTo("of the cell\n");
    }

    @Test
    void slipsAreAnsweredWithWhatWouldBeRight() {
        kernel.value("Jobs.start(\"index\", " + FOREVER + ");");
        assertThat(kernel.failure("Jobs.start(\"index\", () -> 1)"))
                .contains(
                        "job 'index' runs already; end it with %jobs end index, or take another name");
        assertThat(kernel.failure("Jobs.start(\"\", () -> 1)")).contains("a job needs a name");
        assertThat(kernel.failure("%jobs stop index"))
                .contains(
                        "%jobs: ACTION is one of end, wait, got 'stop'. Example: %jobs wait index");
        assertThat(kernel.failure("%jobs end inedx"))
                .contains("no job 'inedx'; did you mean 'index'?");
        assertThat(kernel.failure("%jobs wait")).contains("which job? Write %jobs wait NAME");
        assertThat(kernel.complete("%jobs end ind").texts("matches")).containsExactly("index");
        kernel.value("%jobs end index");
    }

    @Test
    void atTheEndOfTheSessionWhatWasOpenedIsClosedTheLatestFirst() throws IOException {
        var home = Files.createDirectory(folder.resolve("ends"));
        try (var other = LiveKernel.in(home)) {
            other.value(
                    """
                    void note(String what) throws IOException {
                        Files.writeString(Path.of("ends.txt"), what + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                    CurrentNotebook.get().onEnd("first", () -> note("first"));
                    CurrentNotebook.get().onEnd("broken", () -> { throw new IOException("no"); });
                    CurrentNotebook.get().onEnd("slow", () -> Thread.sleep(60_000));
                    CurrentNotebook.get().onEnd("second", () -> note("second"));
                    Jobs.start("job", () -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { note("job"); } });""");
        }
        assertThat(home.resolve("ends.txt")).hasContent("job\nsecond\nfirst\n");
    }

    @Test
    void aReplayEndsWhatItsCellsStartAgain() throws IOException {
        var home = Files.createDirectory(folder.resolve("replays"));
        try (var other = LiveKernel.in(home)) {
            other.value("var begun = Jobs.start(\"again\", " + FOREVER + ");");
            other.value("%%flink --background ticks\nStreams.generate(10, i -> i)");
            other.value("var after = 42;");
            assertThat(other.displays("%replay").get(0))
                    .endsWith("Ended first, since their cells start them again: jobs again, ticks");
            assertThat(other.value("Jobs.running()")).isEqualTo("[again, ticks]");
            assertThat(other.value("after")).isEqualTo("42");
        }
    }

    @Test
    void aNewProcessForTheCellsIsAnEndToo() throws IOException {
        var home = Files.createDirectory(folder.resolve("restarts"));
        try (var other = LiveKernel.in(home)) {
            other.value(
                    "CurrentNotebook.get().onEnd(\"it\", () -> Files.writeString(Path.of(\"end.txt\"), \"closed\"));");
            other.value("Jobs.start(\"index\", " + FOREVER + ");");
            other.value("Jobs.start(\"over\", () -> 1).await();");
            assertThat(other.run("%jvm --restart").stderr() + other.run("1").stderr())
                    .contains("Ended with it: job index, it. Run the cells that made them again");
            assertThat(other.value("Jobs.list().size()")).isEqualTo("0");
            assertThat(home.resolve("end.txt")).hasContent("closed");
        }
    }
}
