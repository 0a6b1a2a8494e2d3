package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'a;b' from t;| select XXXXX from t;",
                "'it''s' x| XXXXXXX x",
                "\"a\"\"b\" x| XXXXXX x",
                "E'a\\'b' x| EXXXXXX x",
                "name'a\\' x| nameXXXX x",
                "a -- b; c| a XXXXXXX",
                "a -- b~c| a XXXX~c",
                "a /* b /* c */ d */ e| a XXXXXXXXXXXXXXXXX e",
                "$$ a ' b $$ c| XXXXXXXXXXX c",
                "$t$ a $$ b $t$ c| XXXXXXXXXXXXXX c",
                "x = $1 and y$a$| x = $1 and y$a$",
                "a - b / c| a - b / c",
                "'open ; x| XXXXXXXXX"
            })
    void whatMeansNothingIsSkipped(String sql, String marked) {
        var text = sql.replace('~', '\n');
        var found = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int after = SqlText.skip(text, at);
            if (after > at) {
                found.append("X".repeat(after - at));
                at = after;
            } else {
                found.append(text.charAt(at++));
            }
        }
        assertThat(found.toString()).isEqualTo(marked.replace('~', '\n'));
    }
}
