package himalia.magics;

import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** The magics and subcommands that services files name, read from their classes. */
final class RegisteredMagics {
    private final ClassLoader loader;
    private final Predicate<Class<?>> wanted;

    /** Those of the classes that are wanted, among all that the loader finds. */
    RegisteredMagics(ClassLoader loader, Predicate<Class<?>> wanted) {
        this.loader = loader;
        this.wanted = wanted;
    }

    List<MagicDescription> describe() {
        var all = new ArrayList<MagicDescription>();
        for (var joint : List.of(LineMagic.class, CellMagic.class, AroundMagic.class)) {
            found(joint).forEach(magic -> all.addAll(MagicAnnotations.named(magic)));
        }
        for (var family : ServiceLoader.load(FamilyMagic.class, loader)) {
            all.addAll(family(family));
        }
        return all;
    }

    /** A family with its subcommands; where it is another jar's, those that are added to it, if there are any. */
    private List<MagicDescription> family(FamilyMagic<?> family) {
        var described = MagicAnnotations.describe(family);
        var subcommands =
                found(MagicAnnotations.joint(family.getClass())).stream()
                        .map(each -> MagicAnnotations.subcommand(family, each))
                        .toList();
        boolean own = wanted.test(family.getClass());
        if (!own && subcommands.isEmpty()) {
            return List.of();
        }
        return List.of(
                new MagicDescription(
                        described.name(),
                        own ? described.className() : "",
                        described.kind(),
                        described.apart(),
                        described.returnType(),
                        described.summary(),
                        described.help(),
                        described.options(),
                        described.positionals(),
                        described.choice(),
                        subcommands));
    }

    private <T> List<T> found(Class<T> joint) {
        return ServiceLoader.load(joint, loader).stream()
                .filter(each -> wanted.test(each.type()))
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
