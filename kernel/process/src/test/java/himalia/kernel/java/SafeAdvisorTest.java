package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.advice.Advice;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeAdvisorTest {
    private static final StackTraceElement TABLE =
            new StackTraceElement("tech.tablesaw.table.Relation", "column", "Relation.java", 1);

    private static final List<Thrown> CHAIN =
            List.of(
                    new Thrown(
                            "java.lang.IllegalStateException",
                            "Column prize is not present in table fares",
                            List.of(TABLE)));

    @Test
    void anAdvisorThatThrowsGivesNoAdvice() {
        var advice =
                new Advice(
                        null,
                        words -> {
                            throw new IllegalStateException("no worker");
                        });
        var code = "fares.column(\"prize\")";
        assertThatThrownBy(() -> advice.about(CHAIN, code)).hasMessage("no worker");
        assertThat(new SafeAdvisor(advice).about(CHAIN, code)).isEmpty();
    }

    @Test
    void theColumnsOfAFailedCellsTablesAreOneQuestion() {
        var asked = new ArrayList<List<List<String>>>();
        var advice =
                new Advice(
                        null,
                        statements -> {
                            asked.add(statements);
                            return statements.stream()
                                    .map(
                                            each ->
                                                    each.get(0).equals("fares")
                                                            ? List.of("price", "city")
                                                            : List.<String>of())
                                    .toList();
                        });
        assertThat(advice.about(CHAIN, "var a = 1; var b = a + 2;\nfares.column(\"prize\")"))
                .hasValue("Did you mean \"price\"? There are: price, city.");
        assertThat(asked).hasSize(1);
    }
}
