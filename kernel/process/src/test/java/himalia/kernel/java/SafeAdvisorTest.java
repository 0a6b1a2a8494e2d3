package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.javac.Problem;
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
    void ofALongSourceWhatIsNearAMistakeIsRead() {
        var source =
                "int a = 1;\n".repeat(3000) + "nope(" + "x".repeat(9000) + ")" + ";\n".repeat(9000);
        int start = 3000 * 11;
        var near = NearSource.of(source, new Problem("code", "words", start, start + 9006), 20_000);
        assertThat(near.source()).hasSize(6000).contains(";\nnope(x").endsWith(";\n");
        assertThat(near.source().substring((int) near.problem().start())).startsWith("nope(");
        assertThat(near.problem().end() - near.problem().start()).isEqualTo(2000);
        assertThat(near.linesBefore() + near.source().substring(0, 2000).lines().count() - 1)
                .isEqualTo(3000 - 1);
        assertThat(near.isCut()).isTrue();
    }

    @Test
    void aShorterOneIsReadButForALongTextThatIsTheMistake() {
        var source = "int a;\n".repeat(1000) + "\"" + "x".repeat(9000) + "\";\n";
        var near = NearSource.of(source, new Problem("code", "words", 7000, 16_002), 20_000);
        assertThat(near.source()).hasSize(7000 + 2000 + 2).startsWith("int a;").endsWith(";\n");
        assertThat(near.isCut()).isFalse();
        var all = new Problem("code", "words", 0, 3);
        assertThat(NearSource.of("int", all, 20_000).problem()).isEqualTo(all);
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
