package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is meant as it is written has no gentle words. */
@Timeout(60)
class SurprisesTest {
    @Test
    void whatIsMeantIsNotRemarkedOn() {
        try (var cells = new TestWorker()) {
            cells.run(
                    "String a = \"x\"; boolean none = a == null; boolean equal = a.equals(\"x\");");
            cells.run(
                    "int half = 5 / 2; double exact = 10 / 2; double real = 5.0 / 2; double d = (double) 5 / 2;");
            cells.run(
                    "int flipped = 7 ^ 1; int masked = 0x10 ^ 0x0A; boolean either = true ^ false;");
            cells.run(
                    "if (half > 1) { half = 1; } if (half > 9); else half = 0; while (half++ < 3);");
            cells.run("Object o = a; boolean sameObject = o == a;");
            cells.run(
                    "Integer boxed = 5; boolean five = boxed == 5, nothing = boxed == null, same = o == boxed;");
            cells.run("for (int i = 0; i < 3; half = i++); half = 3; { half = 4; }");
            cells.run("for (int i = 0; i < 3; i++) { half = i; } { half = 4; }");
            cells.run("do half--; while (half > 3); { half = 4; }");
            cells.run("char[] letters = {}; System.out.print(letters); int[] numbers = {};");
            cells.run("System.out.print(numbers.length > 0 ? 1 : \"\"); o.equals(numbers);");
            assertThat(cells.printed()).isEmpty();
        }
    }
}
