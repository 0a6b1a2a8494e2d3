package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Model;
import himalia.table.Seeds;
import himalia.training.GradientBoosting;
import java.lang.ProcessBuilder.Redirect;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

@Tag("once")
@Timeout(120)
class ParallelTreesTest {
    private static final GradientBoosting TREES = new GradientBoosting(25, 42);

    private final Table train = heldOut("breast_cancer", false);
    private final Table test = heldOut("breast_cancer", true);

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void twoProcessesGrowTheTreesOfOneAlsoWhereOneIsKilled() {
        var kill =
                LostWorkersTest.after(
                        10, workers -> LostWorkersTest.signal("KILL", workers.pid(1)));

        var run = new DataParallel(TREES, 2).openSockets().run(train, "y", Launch.usual(), kill);

        assertThat(run.losses()).hasSize(1);
        assertThat(run.losses().get(0))
                .contains("(process ", ") was killed by signal 9")
                .endsWith("training went on from the checkpoint after round 10");
        assertEqual(run.model(), TREES.fit(train, "y"), test);
    }

    @Test
    void balancedClassesOfThreeAreTheSame() {
        var iris = heldOut("iris", false);
        var balanced = TREES.withBalance();

        var model = new DataParallel(balanced, 2).openSockets().fit(iris, "y");

        assertEqual(model, balanced.fit(iris, "y"), iris);
    }

    /** Of so many different numbers each process would make bins of its own. */
    @Test
    void ofManyDifferentNumbersTheTreesAreTheSame() {
        var random = Seeds.random(1);
        int rows = 5_000;
        var table = Table.create("many");
        var sums = new double[rows];
        for (int j = 0; j < 6; j++) {
            var values = random.doubles(rows).toArray();
            for (int i = 0; i < rows; i++) {
                sums[i] += values[i] * (j % 3 - 1) + random.nextGaussian() / 2;
            }
            table.addColumns(DoubleColumn.create("x" + j, values));
        }
        table.addColumns(
                StringColumn.create(
                        "y", DoubleStream.of(sums).mapToObj(sum -> sum > 0 ? "a" : "b").toList()));

        assertEqual(
                new DataParallel(TREES, 2).openSockets().fit(table, "y"),
                TREES.fit(table, "y"),
                table);
    }

    private static void assertEqual(Model model, Model other, Table test) {
        var said = model.predict(test).ofClasses();
        var expected = other.predict(test).ofClasses();
        for (int row = 0; row < test.rowCount(); row++) {
            assertThat(said.probabilities(row)).isEqualTo(expected.probabilities(row));
        }
    }

    /** What a checkpoint is known by: Java orders a copied map anew in each process. */
    @Test
    void aTrainingIsTheSameInAnotherProcess() throws Exception {
        var task = PrintedTask.bytes();
        for (int process = 0; process < 3; process++) {
            var other =
                    new ProcessBuilder(
                                    Launch.usual().java(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    PrintedTask.class.getName())
                            .redirectError(Redirect.DISCARD)
                            .start();
            try (var in = other.inputReader()) {
                assertThat(in.lines().toList()).contains(HexFormat.of().formatHex(task));
            }
        }
    }

    @Test
    void socketsThatAnybodyReachesAreAskedFor() {
        assertThatThrownBy(() -> new DataParallel(TREES, 2).fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "XGBoost's workers listen on all interfaces of this machine and ask for no"
                                + " token; where nobody else reaches its ports, say so by openSockets()"
                                + " (%train: --open-sockets), or train in this process alone");
    }

    @Test
    void whatProcessesWouldDrawForThemselvesIsRefused() {
        var drawn = new GradientBoosting(25, 6, 0.3, 0.5, false, 42);
        assertThatThrownBy(() -> new DataParallel(drawn, 2))
                .hasMessage(
                        "each process would draw rows of its own; take subsample 1 and patience 0,"
                                + " got 0.5 and 0");
        assertThatThrownBy(() -> new DataParallel(TREES, 2).mode(Mode.ASYNC))
                .hasMessage(
                        "trees grow on all rows at once: mode is SYNC and accumulate 1 for a"
                                + " GradientBoosting, got ASYNC and 1");
    }
}
