package himalia.javac;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A class file of {@code java.base}, which is read if the compiler asks for it: most are only listed, so that none has the
 * address that a {@code SimpleJavaFileObject} is made with.
 *
 * @param binaryName as {@code java.util.Map$Entry}
 */
record JdkClass(String binaryName) implements JavaFileObject {
    private String path() {
        return binaryName.replace('.', '/') + ".class";
    }

    @Override
    public InputStream openInputStream() throws IOException {
        var stream = Object.class.getModule().getResourceAsStream(path());
        if (stream == null) {
            throw new FileNotFoundException(getName());
        }
        return stream;
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) throws IOException {
        return new InputStreamReader(openInputStream(), StandardCharsets.UTF_8);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("a class file is no text");
    }

    @Override
    public OutputStream openOutputStream() {
        throw new UnsupportedOperationException("the JDK's classes are only read");
    }

    @Override
    public Writer openWriter() {
        throw new UnsupportedOperationException("the JDK's classes are only read");
    }

    @Override
    public URI toUri() {
        return URI.create("jrt:/java.base/" + path());
    }

    @Override
    public String getName() {
        return "/java.base/" + path();
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS && path().endsWith("/" + simpleName + ".class");
    }

    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }
}
