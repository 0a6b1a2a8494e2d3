package himalia.display.bundle;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells whether a text is SVG, before a browser shows a broken picture in its place. */
final class SvgDocument {
    private SvgDocument() {}

    static void check(String source) {
        Objects.requireNonNull(
                source, "the source is null; an example is new Svg(\"<svg …>…</svg>\")");
        try {
            var reader = readers().createXMLStreamReader(new StringReader(source));
            while (reader.next() != XMLStreamReader.START_ELEMENT) {
                // What stands before the outermost element.
            }
            var root = reader.getLocalName();
            while (reader.hasNext()) {
                reader.next();
            }
            if (!root.equals("svg") && !root.endsWith(":svg")) {
                throw new IllegalArgumentException(
                        "this is no SVG: its outermost element is <%s>; put it into <svg …>…</svg>"
                                .formatted(Visible.line(root)));
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(
                    "this is no SVG: line %d is no XML: %s; an SVG is a whole document, <svg …>…</svg>"
                            .formatted(e.getLocation().getLineNumber(), reason(e)));
        }
    }

    /** They read the text itself and nothing else: no file, no address. */
    private static XMLInputFactory readers() {
        var readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setXMLResolver(
                (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        // Many programs write prefixes that they do not declare, and browsers bear it.
        readers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return readers;
    }

    /** The parser's own sentence, without the place that it puts before it. */
    private static String reason(XMLStreamException problem) {
        return String.valueOf(problem.getMessage())
                .replaceFirst("(?s)^.*Message: ", "")
                .strip()
                .replaceFirst("\\.$", "");
    }
}
