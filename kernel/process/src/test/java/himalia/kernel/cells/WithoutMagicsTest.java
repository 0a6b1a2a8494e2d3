package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutMagicsTest {
    private static String names(String cell) {
        return LocalNames.declaredBy(WithoutMagics.of(cell)).stream()
                .map(LocalNames.Name::text)
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void wordsOfMagicsAndCommandsDeclareNothing() {
        assertThat(names("%sample smotee --label y t")).isEqualTo("[]");
        assertThat(names("  %sample smotee --label y t;\n!git commit t;")).isEqualTo("[]");
        assertThat(names("%%sql db\nselect a, b from t;")).isEqualTo("[]");
    }

    @Test
    void theBodyOfAValueIsNoJava() {
        assertThat(names("int a = 1;\nvar grown = %%sql\nselect b, c from t\nselect d from t;"))
                .isEqualTo("[a, grown]");
        assertThat(names("Table grown =%%sql db\nselect b, c from t;")).isEqualTo("[grown]");
    }

    @Test
    void signsInATextAreNoMagic() {
        assertThat(names("var s = \"share=%%\" + f(() -> {\n});\nint b = 2;")).isEqualTo("[b, s]");
        assertThat(names("var s = \"n=%d\".formatted(1); int b = 2;")).isEqualTo("[b, s]");
    }

    @Test
    void javaBesideThemStays() {
        assertThat(names("int a = 1;\n%sample y t\nint b = 5 % a;")).isEqualTo("[a, b]");
        assertThat(names("var leaks = %leakage --label y train test\nint after = 1;"))
                .isEqualTo("[after, leaks]");
        assertThat(names("boolean no = !yes;")).isEqualTo("[no]");
    }
}
