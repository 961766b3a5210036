import java.io.*;
import java.util.*;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Prints the rows of src/Index/Analysis/WordClassTable.cs: every code point is put into a few short texts, and code points that
 * Apache Lucene's tokenizer treats alike in all of them form one class, named after a member that Unicode names.
 *
 *   CP=/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar
 *   java -cp $CP tests/Index.Tests/Analysis/WordClassProbe.java
 */
public class WordClassProbe {
  // Order is that of the C# enum WordClass; Hangul letters behave as ALetter, all digits alike.
  static final int[][] SAMPLES = {
    {0x20}, {'a', 0xAC00}, {0x5D0}, {'1', 0x660}, {0x30AB}, {'_'}, {':'}, {'.'}, {','}, {'\''}, {'"'}, {0x301}, {0x200D},
    {0x6F22, 0x3042}, {0xE01}, {0xE31}, {0x1F1E6}, {0x2764}, {0x1F469}, {0x1F3FB}, {0x24C2}, {'#'}, {0x20E3}, {0xFE0E}, {0xFE0F},
  };
  static final StandardTokenizer TOKENIZER = new StandardTokenizer();
  static final OffsetAttribute OFFSETS = TOKENIZER.addAttribute(OffsetAttribute.class);

  static String text(int... codePoints) { return new String(codePoints, 0, codePoints.length); }

  static void breaks(int[] before, int c, int[] after, StringBuilder out) throws IOException {
    String prefix = text(before), middle = text(c), all = prefix + middle + text(after);
    TOKENIZER.setReader(new StringReader(all));
    TOKENIZER.reset();
    while (TOKENIZER.incrementToken()) {
      for (int at : new int[] {OFFSETS.startOffset(), OFFSETS.endOffset()}) {
        out.append(at <= prefix.length() ? at : at - middle.length() + 2).append(' ');
      }
    }
    TOKENIZER.end();
    TOKENIZER.close();
    out.append('|');
  }

  static String signature(int c) throws IOException {
    StringBuilder out = new StringBuilder();
    for (int[] sample : SAMPLES) {
      breaks(sample, c, sample, out);
      breaks(sample, c, new int[0], out);
      breaks(new int[0], c, sample, out);
    }
    breaks(new int[] {}, c, new int[] {'"', 0x5D0}, out);
    breaks(new int[] {}, c, new int[] {':', 'a'}, out);
    breaks(new int[] {}, c, new int[] {',', '1'}, out);
    breaks(new int[] {}, c, new int[] {0xFE0F, 0x20E3}, out);
    breaks(new int[] {'1'}, c, new int[] {0x20E3}, out);
    breaks(new int[] {0x1F469, 0x200D}, c, new int[] {0xFE0F}, out);
    breaks(new int[] {0x1F469, 0x200D}, c, new int[] {0x200D, 0x1F469}, out);
    breaks(new int[] {}, c, new int[] {0x1F3FB, 0x200D, 0x1F469}, out);
    return out.toString();
  }

  public static void main(String[] args) throws IOException {
    Map<String, Integer> classes = new HashMap<>();
    for (int k = 0; k < SAMPLES.length; k++) for (int sample : SAMPLES[k]) {
      Integer other = classes.put(signature(sample), k);
      if (other != null && other != k) throw new IllegalStateException("classes " + other + " and " + k + " look alike");
    }
    StringBuilder row = new StringBuilder();
    int previous = -1;
    for (int c = 0; c <= 0x10FFFF; c++) {
      if (c == 0xD800) c = 0xE000;
      Integer k = classes.get(signature(c));
      if (k == null) throw new IllegalStateException("no class behaves like U+" + Integer.toHexString(c));
      if (k == previous) continue;
      row.append(String.format("0x%x, ", c << 5 | k));
      previous = k;
      if (row.length() > 100) { System.out.println("        " + row.toString().trim()); row.setLength(0); }
    }
    System.out.println("        " + row.toString().trim());
  }
}
