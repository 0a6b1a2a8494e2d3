package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.model.Provenance;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A refusal is told as it was where a step fails, too; an interrupt is not hidden. */
class MadeMissingTest {
    private static final Table ROWS = Table.create("rows", DoubleColumn.create("x", 1, 2));

    private record Failing(Step step, Supplier<RuntimeException> failure) implements FittedStep {
        @Override
        public List<Feature> reads() {
            return List.of();
        }

        @Override
        public Table apply(Table table) {
            throw failure.get();
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(ROWS);
        }
    }

    private static IllegalArgumentException told(Supplier<RuntimeException> failure) {
        return MadeMissing.told(
                new IllegalArgumentException("column 'x' has missing cells"),
                ROWS,
                List.of(new Failing(new StandardScaler(), failure)));
    }

    @Test
    void aStepThatRefusesLeavesTheRefusalAsItWas() {
        assertThat(told(() -> new IllegalArgumentException("no")))
                .hasMessage("column 'x' has missing cells");
        assertThat(told(() -> new IllegalStateException("closed")))
                .hasMessage("column 'x' has missing cells");
    }

    @Test
    void anInterruptIsNotHidden() {
        assertThatThrownBy(() -> told(() -> new CancellationException("interrupted")))
                .isInstanceOf(CancellationException.class);
    }
}
