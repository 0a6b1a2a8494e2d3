package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import java.util.List;
import javax.lang.model.SourceVersion;

/** What is said of a magic that stands where it cannot, or without what it needs. */
final class LineSlips {
    private LineSlips() {}

    static MagicSyntaxException notFirst(String written, boolean isBehind, int line) {
        return new MagicSyntaxException(
                written
                        + (isBehind
                                ? " takes the whole cell: write the magic before it with two percent signs too, as the first line, and "
                                        + written
                                        + " below"
                                : " takes the whole cell and is its first line: put what stands above it into a cell of its own"),
                line);
    }

    static MagicSyntaxException noPlace(String name, int line) {
        return new MagicSyntaxException(
                "%%%s cannot stand here: a value of a magic stands behind =, ->, return or (. Write var x = %%%s above, and x here"
                        .formatted(name, name),
                line);
    }

    /** Nothing, or a blank, stands behind the percent signs. */
    static MagicSyntaxException noName(String head, int line) {
        var name = head.strip().split("\\s", 2)[0];
        return new MagicSyntaxException(
                "the name of a magic stands right behind %%: "
                        + (SourceVersion.isIdentifier(name)
                                ? "write %%" + name
                                : "%lsmagic lists them all"),
                line);
    }

    static MagicSyntaxException inBlock(String name, int line) {
        return new MagicSyntaxException(
                "%%%s measures the code behind it and stands outside of blocks, where a statement begins; to measure all of a cell write %%%%%s as its first line"
                        .formatted(name, name),
                line);
    }

    static MagicSyntaxException noBody(String name, int line) {
        return new MagicSyntaxException(
                "%" + name + " needs a body: write %%" + name + " as the first line of a cell",
                line);
    }

    /** Refuses what is no code to stand behind a magic around it: nothing, or the variable that goes with a whole cell. */
    static void checkCode(MagicDescription magic, String rest, int line)
            throws MagicSyntaxException {
        var name = magic.name();
        if (rest.isEmpty()) {
            throw new MagicSyntaxException(
                    "%%%s needs code: write it behind %%%s, or below %%%%%s as the first line of a cell"
                            .formatted(name, name, name),
                    line);
        }
        boolean takesVariable =
                magic.positional(0).filter(each -> each.names().contains("VARIABLE")).isPresent();
        if (takesVariable && SourceVersion.isIdentifier(rest.replaceFirst(";$", ""))) {
            throw new MagicSyntaxException(
                    "%%%1$s %2$s is the line of a whole cell: write it with two percent signs, %%%%%1$s %2$s, as the first line, and the code below"
                            .formatted(name, rest.replaceFirst(";$", "")),
                    line);
        }
    }

    /** Refuses a word more than the magic takes that is a value of an option: it would be taken for an expression. */
    static void checkBare(MagicDescription family, MagicDescription magic, List<String> bare)
            throws MagicSyntaxException {
        boolean takesMany = magic.positionals().stream().anyMatch(MagicDescription.Parameter::many);
        if (takesMany || bare.size() <= magic.positionals().size()) {
            return;
        }
        for (var option : magic.options()) {
            for (var word : bare) {
                if (option.takesValue() && option.candidates().contains(word)) {
                    throw new MagicSyntaxException(
                            "%%%s: '%s' is a value of %s; write %s %s"
                                    .formatted(
                                            family.name(),
                                            word,
                                            option.names().get(0),
                                            option.names().get(0),
                                            word),
                            0);
                }
            }
        }
    }

    /** Refuses a comment, where the words are read as Java or are more than the magic takes. */
    static void checkComment(MagicDescription family, String word) throws MagicSyntaxException {
        if (word.startsWith("//") || word.startsWith("/*")) {
            throw new MagicSyntaxException(
                    "%%%s: the line of a magic takes no comment, '%s'; write it in a line above"
                            .formatted(family.name(), word),
                    0);
        }
    }

    static MagicSyntaxException tooMany(char closing, String before, int line) {
        return new MagicSyntaxException(
                "there is one %s too many behind '%s'".formatted(closing, before.strip()), line);
    }
}
