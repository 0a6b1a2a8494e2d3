package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a line takes and gives: a family's with the subcommand that its words name, any other magic's as it is.
 *
 * @param taken whose parameters the words are for, and whose type the line has
 * @param at which word names the subcommand; -1 where none does
 */
record FamilyLine(MagicDescription taken, int at) {
    static FamilyLine of(MagicDescription magic, List<LineWords.Word> words)
            throws MagicSyntaxException {
        if (!magic.isFamily()) {
            return new FamilyLine(magic, -1);
        }
        int at = SubcommandWord.in(magic, texts(words));
        if (at >= 0 && words.get(at).java()) {
            // Only its value tells which: one of them, with the type that all have.
            return new FamilyLine(withAllOptions(magic), at);
        }
        var chosen = at < 0 ? null : magic.subcommand(words.get(at).text()).orElse(null);
        if (chosen != null) {
            return new FamilyLine(chosen, at);
        }
        if (words.stream().anyMatch(word -> JavaCall.HELP.contains(word.text()))) {
            return new FamilyLine(withAllOptions(magic), at);
        }
        throw new MagicSyntaxException(
                at < 0
                        ? SubcommandWord.missing(magic)
                        : SubcommandWord.unknown(
                                magic,
                                words.get(at).text(),
                                texts(words).subList(at + 1, words.size())),
                0);
    }

    private static List<String> texts(List<LineWords.Word> words) {
        return words.stream()
                .map(
                        word ->
                                word.java()
                                                || word.quoted()
                                                        && !word.option()
                                                        && word.text().startsWith("-")
                                        ? SubcommandWord.EXPRESSION
                                        : word.text())
                .toList();
    }

    private static MagicDescription withAllOptions(MagicDescription family) {
        var options = new LinkedHashMap<List<String>, MagicDescription.Parameter>();
        family.options().forEach(option -> options.put(option.names(), option));
        family.subcommands()
                .forEach(
                        each ->
                                each.options()
                                        .forEach(
                                                option ->
                                                        options.putIfAbsent(
                                                                option.names(), option)));
        return new MagicDescription(
                family.name(),
                family.className(),
                family.kind(),
                family.returnType(),
                family.summary(),
                family.help(),
                new ArrayList<>(options.values()),
                family.positionals());
    }
}
