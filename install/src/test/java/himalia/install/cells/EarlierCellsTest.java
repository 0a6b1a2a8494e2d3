package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code that runs again or comes from a notebook, cell by cell, as if it were run by hand. */
@Tag("kernel")
@Timeout(120)
class EarlierCellsTest {
    @TempDir private Path folder;
    private LiveKernel kernel;

    @BeforeEach
    void start() throws IOException {
        kernel = LiveKernel.in(folder);
    }

    @AfterEach
    void stop() {
        kernel.close();
    }

    private void notebook(String name, String... cells) throws IOException {
        var json = new StringBuilder();
        for (var cell : cells) {
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], ")
                    .append("\"execution_count\": null, \"source\": \"")
                    .append(cell.replace("\"", "\\\"").replace("\n", "\\n"))
                    .append("\"}");
        }
        Files.writeString(
                folder.resolve(name),
                "{\"cells\": ["
                        + json
                        + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    }

    @Test
    void aCommandOfANotebookKnowsTheVariablesOfItsCells() throws IOException {
        notebook(
                "clean.ipynb",
                "String dir = \"made\";\nboolean done = true;",
                "!echo [{dir}/x]",
                "var open = !done",
                "open");
        var result = kernel.run("%run clean");
        assertThat(result.stdout()).isEqualTo("[made/x]\n");
        assertThat(result.text()).isEqualTo("false");
    }

    @Test
    void aCommandBelowTheMagicThatBringsItsVariableKnowsIt() throws IOException {
        notebook("names.ipynb", "String dir = \"made\";\nboolean done = true;");
        var result =
                kernel.run("%run names\n!echo [{dir}/x]\n%sh echo [{dir}/y]\nvar open = !done");
        assertThat(result.stdout()).isEqualTo("[made/x]\n[made/y]\n");
        assertThat(kernel.value("open")).isEqualTo("false");
        assertThat(kernel.run("%%time\n%run names\n!echo [{dir}/x]").stdout())
                .contains("[made/x]\n");
    }

    @Test
    void aMistakeBelowAMagicThatBringsNamesIsToldBeforeItRuns() throws IOException {
        notebook("names.ipynb", "String dir = \"made\";");
        assertThat(kernel.failure("%run names\n%smaple dir")).contains("in line 2", "%smaple");
        assertThat(kernel.failure("dir")).contains("cannot find symbol");
    }

    @Test
    void aQuestionAboutANameIsNothingToRun() throws IOException {
        notebook("help.ipynb", "int a = 4;", "Math.abs?", "a + 1");
        assertThat(kernel.value("%run help")).isEqualTo("5");
        kernel.run("Math.abs?");
        assertThat(kernel.value("%rerun 1-2")).isEqualTo("5");
    }

    @Test
    void aReplayBringsBackVariablesForCommandsAndValuesForTheirNumbers() {
        kernel.value("String dir = \"made\";");
        assertThat(kernel.run("!echo [{dir}/x]").stdout()).isEqualTo("[made/x]\n");
        kernel.value("20 + 1");
        kernel.value("int twice = $ * 2;");
        kernel.value("int third = $3 / 3;");
        kernel.run("%jvm --heap 300m");
        assertThat(kernel.run("%replay").stdout()).isEqualTo("[made/x]\n");
        assertThat(kernel.value("twice + third")).isEqualTo("49");
        assertThat(kernel.value("$3")).isEqualTo("21");
    }

    @Test
    void aReplayThatFailsSaysWhichCellsAreLeftAndWhatTheirNamesWere() {
        kernel.failure("var big = new ArrayList<Integer>(); big.add(1 / 0);");
        kernel.value("big.size()");
        kernel.value("int q = 7;");
        kernel.run("%jvm --heap 300m");
        var replayed = kernel.run("%replay");
        assertThat(replayed.stderr())
                .contains(
                        "Not run again, since one before did not end well: cell 3. To go on there: %replay --from 3");
        assertThat(
                        replayed.published("display_data")
                                .get(0)
                                .fields()
                                .object("data")
                                .get("text/plain"))
                .isEqualTo(
                        "Running again, in order, the cells that ended well: 2. Not run, since they did not: cell 1");
        assertThat(kernel.failure("q")).contains("q was lost when a new process began");
        kernel.run("%replay --from 3");
        assertThat(kernel.value("q")).isEqualTo("7");
    }

    @Test
    void aReplayShowsNoValueThatItsLastCellDoesNotHave() {
        kernel.value("20 + 1");
        kernel.value("int last = 3;");
        assertThat(kernel.run("%replay").value()).isEmpty();
    }

    @Test
    void aReplayRunsWhatWasRunAgainAsOftenAsItWas() {
        kernel.value("int n = 1;");
        kernel.value("n = n * 3;");
        kernel.value("%rerun");
        kernel.value("%rerun -2");
        assertThat(kernel.value("n")).isEqualTo("27");
        kernel.run("%jvm --heap 300m");
        kernel.run("%replay");
        assertThat(kernel.value("n")).isEqualTo("27");
    }

    @Test
    void aCellThatRunsOthersAgainMeansThoseThatStoodAboveIt() {
        kernel.value("int n = 1;");
        kernel.value("n = n * 3;");
        kernel.value("%rerun 2-9");
        kernel.value("var text = \"\"\"\n  \"\"\";\n%rerun 2-9");
        assertThat(kernel.value("n")).isEqualTo("81");
        // Once more 2, and 2 by 3.
        kernel.value("%rerun 4");
        assertThat(kernel.value("n")).isEqualTo("729");
        assertThat(kernel.failure("%rerun 99"))
                .isEqualTo("Error: %rerun: no cell 99 in this session; there are 1 to 7");
        kernel.value("int more = 1;");
        assertThat(kernel.failure("%rerun 8"))
                .isEqualTo("Error: %rerun: no cell 99 in this session; there are 1 to 7");
        kernel.run("%jvm --heap 300m");
        kernel.run("%replay");
        assertThat(kernel.value("n")).isEqualTo("729");
    }

    @Test
    void aCellThatBothChangesTheProcessAndDeclaresIsReplayedWithoutTheChange() {
        kernel.run("%jvm --heap 300m\nint n = 5;");
        kernel.run("%jvm --heap 310m");
        kernel.run("%replay");
        assertThat(kernel.value("n")).isEqualTo("5");
        assertThat(kernel.value("Runtime.getRuntime().maxMemory() >> 20")).isEqualTo("310");
    }

    @Test
    void aResetHidesTheCellsBeforeItFromAReplayUnlessAllAreWanted() {
        kernel.value("int before = 1;");
        kernel.value("%reset");
        assertThat(kernel.displays("%replay").get(0))
                .contains(
                        "the cells that ended well: 0 since %reset; %replay --all runs the 1 before");
        kernel.run("%replay --all");
        assertThat(kernel.value("before")).isEqualTo("1");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsToldTheOtherWayRound() {
        kernel.value("int a = 1;");
        assertThat(kernel.failure("%rerun 3-1"))
                .isEqualTo("Error: %rerun: '3-1' ends before it begins; write 1-3");
        assertThat(kernel.failure("%history -n -1"))
                .isEqualTo(
                        "Error: %history: -n -1 shows nothing; write how many cells, as in -n 5");
    }

    @Test
    void whatAFailedCellSetIsNotPromisedByReplay() {
        try (var kernel = LiveKernel.in(folder)) {
            kernel.failure("int a = 3; int b = Integer.parseInt(\"q\");");
            kernel.value("int c = 4;");
            kernel.value("a + 1");
            kernel.run("%jvm --restart");
            assertThat(kernel.failure("a"))
                    .contains(
                            "Hint: a was lost when a new process began to run the cells: run cell 1 again, which sets it; %replay leaves that out, because it did not end well.");
            assertThat(kernel.failure("c"))
                    .contains("run the cell that sets it again, or all with %replay.");
            kernel.value("int a = 3; int b = 5;");
            kernel.run("%jvm --restart");
            assertThat(kernel.failure("a"))
                    .contains("run the cell that sets it again, or all with %replay.");
        }
    }
}
