package himalia.javac;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source in memory, whatever the types are called that it declares. */
public final class SourceText extends SimpleJavaFileObject {
    private final String source;

    /** A source that is only parsed. */
    public SourceText(String source) {
        this("Source", source);
    }

    SourceText(String className, String source) {
        super(URI.create("source:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
        this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    @Override
    public boolean isNameCompatible(String simpleName, @Nullable Kind kind) {
        return true;
    }
}
