package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.Notebook;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Lists what can be written after a percent sign. */
@Command(
        name = "lsmagic",
        description = "Lists the magics; each tells more when it is asked with --help.",
        footer = "Example: %%lsmagic")
public final class LsmagicMagic implements LineMagic<MagicList> {
    @Override
    public MagicList run(Notebook notebook) {
        return new MagicList(notebook.magics().stream().flatMap(LsmagicMagic::lines).toList());
    }

    /** A family is followed by its subcommands. */
    private static Stream<MagicName> lines(MagicDescription magic) {
        var written =
                switch (magic.kind()) {
                    case LINE -> "%" + magic.name();
                    case TEXT_BODY, EXPRESSION_BODY, SQL_BODY -> "%%" + magic.name();
                    case AROUND -> "%" + magic.name() + ", %%" + magic.name();
                };
        var own = line(written + (magic.isFamily() ? " " + magic.choice() : ""), magic);
        return Stream.concat(
                Stream.of(own),
                magic.subcommands().stream().map(each -> line(written + " " + each.name(), each)));
    }

    private static MagicName line(String written, MagicDescription magic) {
        // Packages say little here: java.util.List<himalia.model.Model> is List<Model>.
        var gives = magic.returnType().replaceAll("\\b[a-z_][\\w]*\\.", "");
        return new MagicName(
                topic(magic), written, magic.summary(), gives.equals("void") ? "" : gives);
    }

    private static String topic(MagicDescription magic) {
        var packages = magic.className().split("\\.");
        return packages.length < 2 ? "your own" : packages[packages.length - 2];
    }
}
