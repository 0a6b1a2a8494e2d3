package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"a\" b        | 3",
                "'\\'' b        | 4",
                "\"a\\\"b\" c   | 6",
                "\"\"\" \\\"\"\" x\"\"\" y | 13",
                "/* a */ b      | 7",
                "/* a           | 4",
                "\"a            | 2",
                "a \"b\"        | 0"
            })
    void textsAndCommentsAreSkipped(String code, int end) {
        assertThat(Lexer.skip(code, 0)).isEqualTo(end);
    }

    @Test
    void aNameBeginsAndGoesOnWithWhatJavaSays() {
        var other = new ArrayList<String>();
        for (int c = 0; c < 0x1_1000; c++) {
            var text = Character.toString(c);
            int end = Character.isJavaIdentifierPart(c) ? 1 + text.length() : 1;
            if (Lexer.beginsWord(text, 0) != Character.isJavaIdentifierStart(c)
                    || Lexer.endOfWord("a" + text, 0) != end) {
                other.add(Integer.toHexString(c));
            }
        }
        assertThat(other).isEmpty();
    }

    @Test
    void aCommentOfALineEndsBeforeTheLineAndAnOpenTextBehindIt() {
        assertThat(Lexer.skip("// a\nb", 0)).isEqualTo(4);
        assertThat(Lexer.skip("\"a\nb", 0)).isEqualTo(3);
    }

    @Test
    void namesInATextBlockAreNoneBehindQuotesThatItEscapes() {
        assertThat(SourceNames.of("f(\"\"\"\n a \\\"\"\" b\n\"\"\", c)"))
                .extracting(SourceNames.Word::text)
                .containsExactly("f", "c");
    }

    @Test
    void aBackslashAtTheEndOfALineDoesNotCarryATextOn() {
        assertThat(Lexer.skip("\"a\\\nb\" c", 0)).isEqualTo(4);
        assertThat(Lexer.skip("\"a\\", 0)).isEqualTo(3);
    }
}
