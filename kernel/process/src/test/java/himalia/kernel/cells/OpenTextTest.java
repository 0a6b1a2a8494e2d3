package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    // co          | 0
                    a(); /* co     | 5
                    f("a", "co     | 7
                    'c             | 0
                    \"""~ co       | 0
                    /** co         | 0
                    """)
    void codeMayEndInAText(String code, int from) {
        assertThat(OpenText.in(code.replace('~', '\n'))).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "co",
                "// co\n",
                "/* a */ co",
                "f(\"a\", co",
                "\"\"\"\n a\"\"\"",
                "a / b",
                "\"a\nb"
            })
    void orInNone(String code) {
        assertThat(OpenText.in(code)).isEqualTo(-1);
    }
}
