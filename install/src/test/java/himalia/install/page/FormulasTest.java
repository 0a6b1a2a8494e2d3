package himalia.install.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormulasTest {
    @Test
    void dollarsEnvironmentsAndEscapedBracketsAreFormulas() {
        assertThat(markdown("a $x_1$ b $$y$$ c \\\\(z\\\\) d \\\\[w\\\\]"))
                .isEqualTo("a |<x_1>| b |<<y>>| c |<z>| d |<<w>>");
        assertThat(markdown("so \\begin{align*}\na &= b\n\\end{align*} holds"))
                .isEqualTo("so |<<\\begin{align*}\na &= b\n\\end{align*}>>| holds");
    }

    @Test
    void aPriceIsNoFormulaWhereNoOtherFollowsInItsParagraph() {
        assertThat(markdown("It costs $5.\n\nThat costs $6."))
                .isEqualTo("It costs $5.\n\nThat costs $6.");
        assertThat(markdown("\\$5 and \\$6")).isEqualTo("\\$5 and \\$6");
    }

    @Test
    void codeHoldsNoFormulas() {
        assertThat(markdown("`$a$` and ``$`b`$`` and $c$"))
                .isEqualTo("`$a$` and ``$`b`$`` and |<c>");
        assertThat(markdown("```java\nvar a = \"$x$\";\n```\n$y$\n~~~\n$z$\n"))
                .isEqualTo("```java\nvar a = \"$x$\";\n```\n|<y>|\n~~~\n$z$\n");
    }

    @Test
    void dollarsWithinBracesEndNothing() {
        assertThat(markdown("$a \\text{is $b$ there}$ c")).isEqualTo("<a \\text{is $b$ there}>| c");
    }

    @Test
    void braceThatIsNeverClosedEndsWithTheParagraph() {
        assertThat(markdown("$\\frac{1$ a\n\nb $c$")).isEqualTo("<\\frac{1>| a\n\nb |<c>");
    }

    @Test
    void inLatexTheBracketsAreNotEscapedTwice() {
        var pieces = Formulas.inLatex("The mean \\(\\bar x\\) is \\[\\frac{1}{n}\\]");

        assertThat(words(pieces)).isEqualTo("The mean |<\\bar x>| is |<<\\frac{1}{n}>>");
    }

    private static String markdown(String text) {
        return words(Formulas.inMarkdown(text));
    }

    private static String words(List<Formulas.Piece> pieces) {
        return pieces.stream().map(FormulasTest::words).collect(Collectors.joining("|"));
    }

    private static String words(Formulas.Piece piece) {
        if (piece instanceof Formulas.Formula formula) {
            return formula.display() ? "<<" + formula.tex() + ">>" : "<" + formula.tex() + ">";
        }
        return ((Formulas.Prose) piece).text();
    }
}
