package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The values of options are completed as the notebook stands. */
@Tag("kernel")
@Timeout(120)
class MagicValuesTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
        kernel.value(
                """
                Table people = Table.create(DoubleColumn.create("age", 1, 2), StringColumn.create("city", "a", "b"));
                Table trips = Table.create(DoubleColumn.create("fare", 1, 2), StringColumn.create("class", "a", "b"));
                Object hidden = people.copy();
                int number = 3;
                Table none = null;""");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static List<String> completed(String code) {
        return kernel.complete(code).texts("matches");
    }

    @Test
    void columnsAreThoseOfTheTableThatTheLineNames() {
        assertThat(completed("%train xgboost people --label ")).containsExactly("age", "city");
        assertThat(completed("%train --test trips xgboost --label c")).containsExactly("class");
        assertThat(completed("%table people --sort age,ci")).containsExactly("city");
    }

    @Test
    void columnsAreThoseOfAllTablesWhereTheLineNamesNone() {
        assertThat(completed("var m = %train xgboost --label "))
                .containsExactlyInAnyOrder("age", "city", "fare", "class");
    }

    @Test
    void variablesAreOfferedByTheTypeOfWhatTheyHold() {
        assertThat(completed("%train xgboost --label age "))
                .containsExactlyInAnyOrder("people", "trips", "hidden");
        assertThat(completed("%table pe")).containsExactly("people");
    }

    @Test
    void filesAreCompletedWhereverTheMagicStands() throws IOException {
        Files.writeString(folder.resolve("trips.csv"), "a\n1\n");
        assertThat(completed("%convert tri")).containsExactly("trips.csv");
        assertThat(completed("var done = %convert tri")).containsExactly("trips.csv");
    }

    @Test
    void metricsAreThoseOfTheRunsInTheLog() {
        kernel.value("%log --name a --metric recall=0.5 --metric cost=2");
        assertThat(completed("%runs --metric ")).containsExactly("cost", "recall");
    }

    @Test
    void nothingIsOfferedWhileACellRuns() throws InterruptedException {
        var result = new java.util.concurrent.CompletableFuture<List<String>>();
        var cell = new Thread(() -> kernel.run("System.out.println(1); Thread.sleep(4_000);"));
        cell.start();
        try {
            // Until it runs, the columns are there; from then on they are not.
            for (int i = 0; i < 100 && !result.isDone(); i++) {
                var columns = completed("%train xgboost people --label ");
                if (columns.isEmpty()) {
                    result.complete(columns);
                } else {
                    Thread.sleep(20);
                }
            }
        } finally {
            cell.join();
        }
        assertThat(result).isCompletedWithValue(List.of());
        // The worker may tidy up behind its answer.
        var columns = completed("%train xgboost people --label ");
        for (int i = 0; i < 100 && columns.isEmpty(); i++) {
            Thread.sleep(20);
            columns = completed("%train xgboost people --label ");
        }
        assertThat(columns).containsExactly("age", "city");
    }

    @Test
    void whatIsWrongInAnExpressionIsMarkedThere() {
        assertThat(kernel.failure("%timeit 5 +"))
                .contains(
                        """
                        , line 1: illegal start of expression
                            %timeit 5 +
                                       ^
                        """);
        assertThat(kernel.failure("%train linear --label {5 +} people"))
                .contains("    %train linear --label {5 +} people\n" + " ".repeat(30) + "^");
        assertThat(kernel.failure("%timeit {5 +}"))
                .contains("    %timeit {5 +}\n" + " ".repeat(16) + "^");
        assertThat(kernel.failure("%timeit \"a\"..length()"))
                .contains("    %timeit \"a\"..length()\n" + " ".repeat(16) + "^");
        assertThat(kernel.value("%timeit --rounds 1 {}")).isNotEmpty();
        assertThat(kernel.failure("%timeit (5)) * 2"))
                .isEqualTo("Error in line 1: there is one ) too many behind '%timeit (5)'");
    }

    @Test
    void errorsShowTheLineThatWasTyped() {
        assertThat(kernel.failure("int n = 1;\nString s = %train linear --label city people"))
                .contains("line 2: incompatible types: TrainedModel cannot be converted to String")
                .contains(
                        """
                            String s = %train linear --label city people
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                        """)
                .doesNotContain("CurrentNotebook");
        assertThat(kernel.failure("int k = 0;\n%table {people.column(7)}"))
                .contains("→ %table {people.column(7)}")
                .doesNotContain("CurrentNotebook");
    }

    @Test
    void anExpressionInPartsIsToldToStandInBraces() {
        assertThat(
                        kernel.failure(
                                "%table people.where(people.doubleColumn(\"age\").isGreaterThan(1))"))
                .contains("an expression with spaces or quotes stands in braces, {…}");
        assertThat(kernel.failure("%table (people == null ? trips : people)"))
                .contains(
                        "'(people' is a part of an expression; one with spaces or quotes stands in braces")
                .doesNotContain("CurrentNotebook");
        assertThat(kernel.failure("%deploy local null"))
                .contains("MODEL takes a Model, but 'null' is null");
        assertThat(kernel.failure("var m = %train linear --label city t"))
                .contains(
                        "city t\n"
                                + " ".repeat("    var m = %train linear --label city ".length())
                                + "^");
    }

    @Test
    void whatTheLibraryRefusesIsToldWithoutTheWayThroughIt() {
        assertThat(kernel.failure("Split.stratified(people, \"town\", 0.5, 42)"))
                .contains("no column 'town'", "at himalia.evaluation.Split.stratified(")
                .contains("→ Split.stratified(people, \"town\", 0.5, 42)")
                .doesNotContain("Labels", "Tables");
    }
}
