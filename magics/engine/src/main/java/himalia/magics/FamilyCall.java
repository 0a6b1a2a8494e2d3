package himalia.magics;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.Subcommand;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** One line of a family of magics: finds the subcommand that it names, and binds both. */
final class FamilyCall {
    private static final List<String> HELP = List.of("-h", "--help");

    private final ClassLoader loader;
    private final Notebook notebook;
    private final List<Object> words;
    private MagicDescription family;

    FamilyCall(ClassLoader loader, Notebook notebook, MagicDescription family, List<Object> words) {
        this.loader = loader;
        this.notebook = notebook;
        this.family = family;
        this.words = words;
    }

    /**
     * Runs the line.
     *
     * @param renewed the family with what jars have added in the meantime
     */
    @Nullable Object run(Supplier<MagicDescription> renewed) throws Exception {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            family = renewed.get();
            chosen = chosen();
        }
        if (chosen.isPresent()) {
            return run(chosen.get());
        }
        var texts = LineValues.texts(words);
        int at = SubcommandWord.in(family, texts);
        if (texts.stream().anyMatch(HELP::contains)) {
            notebook.display(MimeBundle.plain(family.wholeHelp()));
            return null;
        }
        if (at < 0) {
            throw new MagicException(SubcommandWord.missing(family));
        }
        throw new MagicException(
                texts.get(at).equals(SubcommandWord.EXPRESSION)
                                && words.get(at) instanceof Value value
                        ? SubcommandWord.missingBefore(family, value.source())
                        : SubcommandWord.unknown(
                                family, texts.get(at), texts.subList(at + 1, texts.size())));
    }

    private Optional<MagicDescription> chosen() {
        var texts = LineValues.texts(words);
        int at = SubcommandWord.in(family, texts);
        return at < 0 ? Optional.empty() : family.subcommand(texts.get(at));
    }

    private @Nullable Object run(MagicDescription chosen) throws Exception {
        var rest = new ArrayList<>(words);
        rest.remove(SubcommandWord.in(family, LineValues.texts(words)));
        @SuppressWarnings("unchecked") // the subcommand's services file has the name of its type
        var magic = (FamilyMagic<Subcommand<?>>) instance(family, FamilyMagic.class);
        var subcommand = instance(chosen, Subcommand.class);
        var given = new LineValues(rest);
        PlainJava.refuseWhereNone(family.name(), magic, words);
        try {
            var line = MagicSpecs.commandLine(magic, subcommand);
            if (given.bind(line).isUsageHelpRequested() && !chosen.help().isEmpty()) {
                notebook.display(MimeBundle.plain(chosen.help()));
                return null;
            }
        } catch (ParameterException slip) {
            throw Slips.binding(family, chosen, slip, given);
        }
        if (words.contains(PlainJava.OPTION)) {
            PlainJava.show(family.name(), notebook, given, text -> magic.java(text, subcommand));
            return null;
        }
        return magic.run(notebook, subcommand);
    }

    private <T> T instance(MagicDescription described, Class<T> joint)
            throws ReflectiveOperationException {
        return joint.cast(
                Class.forName(described.className(), true, loader)
                        .getDeclaredConstructor()
                        .newInstance());
    }
}
