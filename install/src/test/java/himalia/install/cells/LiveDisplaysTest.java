package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.client.CellResult;
import himalia.kernel.protocol.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How often what is live is sent to the page, and what it says in the end: counted on the messages of the real kernel. */
@Tag("kernel")
@Timeout(120)
class LiveDisplaysTest {
    /** Ends a loop after a while that the machine's load does not shorten. */
    private static final String BEGIN = "long begin = System.nanoTime();\n";

    private static final String GOES_ON = "System.nanoTime() - begin < 1_200_000_000L";

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

    /** What one cell showed and changed, and how long it took. */
    private record Seen(CellResult result, double seconds) {
        static Seen of(String code) {
            long begin = System.nanoTime();
            return new Seen(kernel.run(code), (System.nanoTime() - begin) / 1e9);
        }

        List<Message> updates() {
            return result.published("update_display_data");
        }

        String last() {
            return text(updates().get(updates().size() - 1));
        }

        /** Ten a second, the first one, and the last one, which waits for nothing. */
        Seen isCalm() {
            assertThat(result.ok()).as(() -> result.failure().toString()).isTrue();
            assertThat(result.published("display_data")).hasSize(1);
            assertThat(updates()).hasSizeBetween(2, (int) (10 * seconds) + 2);
            return this;
        }
    }

    private static String text(Message message) {
        return message.fields().fields("data").text("text/plain");
    }

    @Test
    void progressOfAFastLoopIsSentTenTimesASecondAndItsEndAtOnce() {
        var seen =
                Seen.of(
                        BEGIN
                                + "long steps = 0;\n"
                                + "try (var progress = Progress.start(\"steps\")) {\n"
                                + "    while ("
                                + GOES_ON
                                + ") { progress.advance(1); steps++; }\n"
                                + "    progress.finish(\"\");\n"
                                + "}");
        assertThat(seen.isCalm().last())
                .startsWith(kernel.value("String.format(\"%,d steps in \", steps)"));
    }

    @Test
    void aValueThatIsUpdatedByAFastLoopIsSentTenTimesASecondAndTheLastOneStays() {
        var seen =
                Seen.of(
                        BEGIN
                                + "long i = 0;\nvar d = display(\"at 0\");\nwhile ("
                                + GOES_ON
                                + ") d.update(\"at \" + ++i);");
        assertThat(seen.isCalm().last()).isEqualTo("at " + kernel.value("i"));
        assertThat(Long.parseLong(kernel.value("i"))).isGreaterThan(1_000);
    }

    @Test
    void aTableThatGrowsIsSentTenTimesASecondAndWholeInTheEnd() {
        var seen =
                Seen.of(
                        "import tech.tablesaw.api.*;\n"
                                + "var rows = IntColumn.create(\"round\");\nvar live = display(Table.create(\"rounds\", rows));\n"
                                + BEGIN
                                + "while ("
                                + GOES_ON
                                + ") { rows.append(rows.size()); live.update(Table.create(\"rounds\", rows)); }");
        assertThat(seen.isCalm().last())
                .contains(kernel.value("String.format(\"%,d rows × 1 column\", rows.size())"));
    }

    @Test
    void aCurveIsDrawnTenTimesASecondAndWholeInTheEnd() {
        var seen =
                Seen.of(
                        BEGIN
                                + "int epoch = 0;\ntry (var curve = LiveCurve.start(\"Training\", \"epoch\", \"loss\")) {\n"
                                + "    while ("
                                + GOES_ON
                                + ") {\n"
                                + "        curve.add(\"train\", ++epoch, 1.0 / epoch);\n"
                                // From ten millions on, a number is told with four digits.
                                + "        java.util.concurrent.locks.LockSupport.parkNanos(1);\n"
                                + "    }\n"
                                + "    curve.finish(epoch + \" epochs\");\n}");
        assertThat(seen.isCalm().last())
                .startsWith(
                        "Training · live curve · loss by epoch\n"
                                + kernel.value("epoch")
                                + " epochs\n")
                // From a thousand on a whole number may be a year, and has no comma then.
                .containsAnyOf(
                        kernel.value("String.format(\"at %,d, between\", epoch)"),
                        kernel.value("\"at \" + epoch + \", between\""));
    }

    @Test
    void whatAnInterruptLeavesIsWhatWasDoneAndSaysSo() {
        var result =
                kernel.runUntilUpdated(
                        "long done = 0;\nvar shown = display(\"at 0\");\n"
                                + "try (var work = Progress.start(\"rounds\"); var line = LiveCurve.start(\"Line\", \"round\", \"done\")) {\n"
                                + "    while (true) { work.advance(1); line.add(\"a\", done, done); shown.update(\"at \" + done); done++; }\n"
                                + "}");
        assertThat(result.ok()).isFalse();
        long done = Long.parseLong(kernel.value("done"));
        assertThat(done).isPositive();
        assertThat(last(result, 0)).isIn("at " + (done - 1), "at " + done);
        assertThat(last(result, 1))
                .matches("[\\d,]+ rounds in [0-9.]+ s · interrupted")
                .satisfies(
                        text ->
                                assertThat(Long.parseLong(text.split(" ")[0].replace(",", "")))
                                        .isBetween(done, done + 1));
        assertThat(last(result, 2)).startsWith("Line · live curve · done by round\ninterrupted\n");
    }

    /** The last state of the display of that number. */
    private static String last(CellResult result, int number) {
        var id = id(result.published("display_data").get(number));
        return result.published("update_display_data").stream()
                .filter(message -> id(message).equals(id))
                .map(LiveDisplaysTest::text)
                .reduce((before, after) -> after)
                .orElse("never updated");
    }

    private static String id(Message message) {
        return message.fields().fields("transient").text("display_id");
    }

    @Test
    void aCurveOfAHundredThousandStepsLeavesASmallPicture() {
        var result =
                kernel.run(
                        "var random = new Random(7);\n"
                                + "try (var curve = LiveCurve.start(\"Training\", \"step\", \"loss\")) {\n"
                                + "    for (int step = 1; step <= 100_000; step++) {\n"
                                + "        curve.add(\"train\", step, 1 / Math.sqrt(step) + random.nextGaussian() / 20);\n"
                                + "        curve.add(\"validation\", step, 1.1 / Math.sqrt(step) + random.nextGaussian() / 20);\n"
                                + "    }\n"
                                + "    curve.finish(\"100,000 steps\");\n}");
        var updates = result.published("update_display_data");
        var data = updates.get(updates.size() - 1).fields().object("data");
        assertThat(data).containsOnlyKeys("image/png", "text/plain");
        assertThat((String) data.get("text/plain")).contains("100,000 steps", "at 100,000");
        // Of the pictures of a cell, the notebook's file holds the last.
        assertThat((String) data.get("image/png")).hasSizeBetween(1_000, 150_000);
        assertThat((String) data.get("text/plain")).hasSizeLessThan(1_000);
    }
}
