package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.advice.Advice;
import himalia.kernel.java.SnippetRunner.Thrown;
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
}
