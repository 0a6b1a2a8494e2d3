package himalia.magics.libraries;

import himalia.magics.spi.MagicException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks whether a text can be a pom.xml or a part of one, before anybody asks repositories about it. */
final class PomSyntax {
    private static final Pattern PROJECT = Pattern.compile("<project[\\s>]");

    private static final Pattern HEADER = Pattern.compile("\\A\\s*<\\?xml[^>]*>");

    private PomSyntax() {}

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    static void check(String pom) {
        var elements = new Elements();
        try {
            // A part of a project file has several elements.
            // What is cut leaves its lines, for they are counted.
            var inside = HEADER.matcher(pom).replaceFirst(cut -> "\n".repeat(lines(cut.group())));
            boolean whole = PROJECT.matcher(inside).find();
            var text = whole ? inside : "<project>" + inside + "</project>";
            var factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(new InputSource(new StringReader(text)), elements);
        } catch (SAXParseException e) {
            throw wrong("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (elements.count < 2) {
            throw wrong("it has no elements");
        }
    }

    private static MagicException wrong(String why) {
        return new MagicException(
                "the text is no pom.xml, "
                        + why.strip().replaceAll("\\s+", " ")
                        + "; write a <project>, or what stands in one, such as <dependencies>…</dependencies>");
    }

    private static final class Elements extends DefaultHandler {
        private int count;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            count++;
        }

        /** Nothing outside of the text is read. */
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }
}
