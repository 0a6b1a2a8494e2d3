package himalia.kernel.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the compiler says of columns between operators, as it says it. */
class ColumnOperatorsTest {
    private static String said(String operator, String first, String second) {
        return "bad operand types for binary operator '%s'\n  first type:  %s\n  second type: %s"
                .formatted(operator, first, second);
    }

    @Test
    void theMethodOfTheColumnIsNamed() {
        assertThat(ColumnOperators.hint(said("+", "IntColumn", "int")))
                .hasValue("What is done to a whole column are its methods: column.add(…).");
        assertThat(ColumnOperators.hint(said(">", "DoubleColumn", "int")).orElse(""))
                .contains("column.isGreaterThan(…)");
        assertThat(ColumnOperators.hint(said("*", "Column<CAP#1>", "int")).orElse(""))
                .contains("table.doubleColumn(\"…\").multiply(…)");
    }

    @Test
    void whatAsksWhetherAColumnIsSomethingAndJoinsConditionsIsNamed() {
        assertThat(ColumnOperators.hint("incomparable types: StringColumn and String").orElse(""))
                .contains("column.isEqualTo(…)");
        assertThat(ColumnOperators.hint(said("==", "StringColumn", "int")).orElse(""))
                .contains("column.isEqualTo(…)");
        assertThat(ColumnOperators.hint(said("&&", "Selection", "Selection")))
                .hasValue("Conditions on whole columns are joined by a method: one.and(other).");
        assertThat(ColumnOperators.hint(said("||", "boolean", "Selection")).orElse(""))
                .contains("one.or(other)");
        assertThat(ColumnOperators.hint("incomparable types: int and String")).isEmpty();
    }

    @Test
    void whatHasNoSuchMethodIsLeftToOthers() {
        assertThat(ColumnOperators.hint(said("-", "StringColumn", "int"))).isEmpty();
        assertThat(ColumnOperators.hint(said("&&", "IntColumn", "int"))).isEmpty();
        assertThat(ColumnOperators.hint(said("+", "Point", "int"))).isEmpty();
    }
}
