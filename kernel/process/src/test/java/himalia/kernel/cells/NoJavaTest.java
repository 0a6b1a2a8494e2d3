package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoJavaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`%who~Sys`| `    ~Sys`",
                "`%time Sys`| `      Sys`",
                "`a();~  !ls /*~b`| `a();~        ~b`",
                "`a();~  %cd it's~co`| `a();~          ~co`",
                "`f(s ->~    !s.isBlank())~.m`| `f(s ->~    !s.isBlank())~.m`",
                "`int x = a~ %tot`| `int x = a~ %tot`",
                "`t = \"\"\"~ %d\"\"\";~!ls~x`| `t = \"\"\"~ %d\"\"\";~   ~x`",
                "`int a = 7~%who~Sys`| `int a = 7~    ~Sys`",
                "`int a = 7~  % b~;x`| `int a = 7~  % b~;x`",
                "`%%capture o~x`| `           ~x`",
                "`// a~%pwd~x`| `// a~    ~x`"
            })
    void magicsAreBlanksAndJavaStays(String code, String blanked) {
        assertThat(NoJava.blanked(code.replace('~', '\n'))).isEqualTo(blanked.replace('~', '\n'));
    }
}
