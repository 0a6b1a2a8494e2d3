package himalia.magics.spi;

import himalia.display.bundle.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that names the subcommand in a line of a {@link FamilyMagic}, and says what is wrong with it. */
public final class SubcommandWord {
    /** Stands among the words for a Java expression, which may name a subcommand once it has a value. */
    public static final String EXPRESSION = "\0";

    private SubcommandWord() {}

    /** Returns the place of the word: the first that is no option and no option's value; -1 where there is none. */
    public static int in(MagicDescription family, List<String> words) {
        boolean afterUnknown = false;
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (isOption(word)) {
                var option = family.anyOption(word.split("=", 2)[0]);
                boolean takesNext = word.indexOf('=') < 0;
                afterUnknown = option.isEmpty() && takesNext;
                at += option.isPresent() && option.get().takesValue() && takesNext ? 1 : 0;
            } else if (!afterUnknown || family.subcommand(word).isPresent()) {
                return at;
            } else {
                // The value of what is no option: that is the slip to tell of.
                afterUnknown = false;
            }
        }
        return -1;
    }

    /** Returns whether a word begins as an option does, and is no number. */
    public static boolean isOption(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && !Character.isDigit(word.charAt(1))
                && word.charAt(1) != '.';
    }

    /** Returns the subcommands that are offered: one without a help text is there to be refused. */
    public static List<MagicDescription> offered(MagicDescription family) {
        return family.subcommands().stream().filter(each -> !each.help().isEmpty()).toList();
    }

    /**
     * Says that no subcommand has this name, and which there are.
     *
     * @param behind the words after it
     */
    public static String unknown(MagicDescription family, String word, List<String> behind) {
        var names = offered(family).stream().map(MagicDescription::name).toList();
        return "%%%s: no %s '%s';%s %s. %%%s --help tells more."
                .formatted(
                        family.name(),
                        family.choice().toLowerCase(Locale.ROOT),
                        word,
                        Nearest.to(word, names)
                                .map(near -> " did you mean '" + near + "'? There are:")
                                .orElseGet(() -> forgotten(family, word, behind) + " there are:"),
                        String.join(", ", names),
                        family.name());
    }

    /** Says what has been left out where the word is the name of a variable, which is not known before the line runs. */
    private static String forgotten(MagicDescription family, String word, List<String> behind) {
        int next = in(family, behind);
        boolean isLast = next < 0;
        if (!isLast && family.subcommand(behind.get(next)).isPresent()) {
            return " '%s' stands behind it: the %s comes first, and a value of two words is quoted;"
                    .formatted(behind.get(next), family.choice());
        }
        return !isLast || family.positionals().isEmpty() || !word.matches("[\\p{L}_][\\w.]*")
                ? ""
                : " if it is the %s, the %s is missing before it;"
                        .formatted(family.positionals().get(0).names().get(0), family.choice());
    }

    /** Says that the line names no subcommand, and which there are. */
    public static String missing(MagicDescription family) {
        return missing(family, "");
    }

    /** Says that an expression stands where the subcommand is named. */
    public static String missingBefore(MagicDescription family, String expression) {
        return missing(family, " before {" + expression + "}");
    }

    private static String missing(MagicDescription family, String where) {
        return "%%%s: %s is missing%s; there are: %s. %%%s --help tells more."
                .formatted(
                        family.name(),
                        family.choice(),
                        where,
                        offered(family).stream()
                                .map(MagicDescription::name)
                                .collect(Collectors.joining(", ")),
                        family.name());
    }

    /** Says which other subcommands have an option that the chosen one has not. */
    public static Optional<String> elsewhere(MagicDescription family, String option) {
        var takers =
                offered(family).stream()
                        .filter(each -> each.option(option).isPresent())
                        .map(MagicDescription::name)
                        .toList();
        return takers.isEmpty()
                ? Optional.empty()
                : Optional.of("that is for " + String.join(", ", takers));
    }
}
