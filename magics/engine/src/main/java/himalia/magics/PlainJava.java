package himalia.magics;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The option {@code --java} of magics that do what plain Java does through the library: they show that instead. */
final class PlainJava {
    static final String OPTION = "--java";

    private PlainJava() {}

    /** Returns whether a magic has it. */
    static boolean isOffered(Object magic) {
        return Arrays.stream(magic.getClass().getMethods())
                .filter(method -> method.getName().equals("java") && !method.isBridge())
                .filter(method -> List.of(method.getParameterTypes()).contains(JavaText.class))
                .map(method -> method.getDeclaringClass())
                .anyMatch(type -> type != LineMagic.class && type != FamilyMagic.class);
    }

    /** Says that a magic has none, where the line asks for it. */
    static void refuseWhereNone(String name, Object magic, List<Object> words) {
        if (words.contains(OPTION) && !isOffered(magic)) {
            throw none(name);
        }
    }

    /** Shows it. */
    static void show(
            String name,
            Notebook notebook,
            LineValues words,
            Function<JavaText, Optional<String>> java) {
        var text = java.apply(words.java(notebook.directory()));
        notebook.display(MimeBundle.plain(text.orElseThrow(() -> none(name))));
    }

    private static MagicException none(String name) {
        return new MagicException(
                "%" + name + " has no --java; %" + name + " --help tells what there is in Java");
    }
}
