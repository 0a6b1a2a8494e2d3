package himalia.install.page;

import himalia.install.page.Formulas.Formula;
import himalia.install.page.Formulas.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas taken out of a text while Markdown is read, which would see its own marks in them, and put back afterwards. */
final class SetAside {
    /** Letters that no text has: Unicode leaves them to programs. */
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    private static final Pattern IN_A_TAG = Pattern.compile("<[^<>]*\uE000\\d+\uE001[^<>]*>");

    private final String text;
    private final List<Formula> formulas;
    private final Drawings drawings;

    private SetAside(String text, List<Formula> formulas, Drawings drawings) {
        this.text = text;
        this.formulas = formulas;
        this.drawings = drawings;
    }

    static SetAside from(String markdown, Drawings drawings) {
        var text = new StringBuilder();
        var formulas = new ArrayList<Formula>();
        for (var piece : Formulas.inMarkdown(markdown.replaceAll("[\uE000\uE001]", "\uFFFD"))) {
            if (piece instanceof Prose prose) {
                text.append(prose.text());
            } else if (piece instanceof Formula formula) {
                text.append('\uE000').append(formulas.size()).append('\uE001');
                formulas.add(formula);
            }
        }
        return new SetAside(text.toString(), formulas, drawings);
    }

    /** Returns the text with a mark in the place of each formula. */
    String text() {
        return text;
    }

    /** Returns code with its dollars back, for code holds no formulas. */
    String source(String code) {
        return replaced(code, Formula::source);
    }

    /** Returns HTML with the formulas back, as formulas between tags and as text within one. */
    String html(String html) {
        var tags =
                IN_A_TAG.matcher(html)
                        .replaceAll(
                                tag ->
                                        Matcher.quoteReplacement(
                                                replaced(
                                                        tag.group(),
                                                        formula ->
                                                                EscapedHtml.escape(
                                                                        formula.source()))));
        return replaced(tags, formula -> drawings.formula(formula.tex(), formula.display()));
    }

    private String replaced(String text, Function<Formula, String> words) {
        return PLACE.matcher(text)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        words.apply(
                                                formulas.get(Integer.parseInt(place.group(1))))));
    }
}
