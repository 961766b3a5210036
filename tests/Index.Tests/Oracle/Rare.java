import java.nio.file.*;
import java.util.*;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;
import org.apache.lucene.util.BytesRef;

/**
 * Indexes with what Dateline never writes itself:
 *
 *   sorted  DIR    documents kept sorted by three fields, some without a value
 *   updated DIR    columns updated after they were written, in several generations, with deletes, one segment compound
 *   points  DIR    points of all widths and of several dimensions
 *   again   DIR    updates one more column value of the first segment of an index of "updated"
 */
public class Rare {
  static final int DOCS = 700;

  public static void main(String[] args) throws Exception {
    IndexWriterConfig c = new IndexWriterConfig(new WhitespaceAnalyzer());
    c.setMergePolicy(NoMergePolicy.INSTANCE);
    c.setUseCompoundFile(false);
    if (args[0].equals("sorted")) {
      SortField number = new SortField("n", SortField.Type.LONG, true);
      number.setMissingValue(17L);
      SortField list = new SortedNumericSortField("list", SortField.Type.INT, false, SortedNumericSelector.Type.MAX);
      SortField set = new SortedSetSortField("set", true);
      set.setMissingValue(SortField.STRING_LAST);
      c.setIndexSort(new Sort(number, list, set, new SortField("d", SortField.Type.DOUBLE)));
    }
    try (Directory d = FSDirectory.open(Paths.get(args[1])); IndexWriter w = new IndexWriter(d, c)) {
      if (args[0].equals("again")) {
        w.updateNumericDocValue(new Term("id", "d7"), "n", 4711L);
        w.commit();
        return;
      }
      for (int i = 0; i < DOCS; i++) {
        w.addDocument(document(i, args[0].equals("points")));
        if (i == DOCS / 2) {
          w.commit();
          w.getConfig().setUseCompoundFile(true);
        }
      }
      w.commit();
      if (args[0].equals("updated")) update(w);
      w.deleteDocuments(new Term("id", "d3"), new Term("id", "d690"));
      w.commit();
    }
  }

  static Document document(int i, boolean points) {
    Random r = new Random(i);
    Document x = new Document();
    x.add(new StringField("id", "d" + i, Field.Store.YES));
    x.add(new TextField("body", "all w" + i % 7, Field.Store.NO));
    if (i % 5 != 0) x.add(new NumericDocValuesField("n", r.nextInt(50)));
    for (int k = i % 3; k > 0; k--) x.add(new SortedNumericDocValuesField("list", r.nextInt(9)));
    for (int k = i % 4; k > 0; k--) x.add(new SortedSetDocValuesField("set", new BytesRef("s" + r.nextInt(30))));
    x.add(new DoubleDocValuesField("d", r.nextDouble()));
    if (i % 2 == 0) x.add(new BinaryDocValuesField("b", new BytesRef("v".repeat(i % 5) + i)));
    if (i > DOCS / 2) x.add(new NumericDocValuesField("late", i));       // the first segment has no such column
    x.add(new LongPoint("p_long", r.nextLong()));
    if (!points) return x;
    x.add(new IntPoint("p_int", r.nextInt()));
    x.add(new DoublePoint("p_double", r.nextGaussian()));
    x.add(new FloatPoint("p_float", r.nextFloat()));
    x.add(new BinaryPoint("p_bytes", new byte[][] {{(byte) i, 1, (byte) (i >> 8)}}));
    if (i % 3 > 0) x.add(new LatLonPoint("p_place", r.nextInt(120) - 60, r.nextInt(300) - 150));
    x.add(new IntRange("p_range", new int[] {i, i % 10}, new int[] {i + r.nextInt(5), 10 + i % 3}));
    x.add(new LongPoint("p_five", r.nextInt(4), r.nextLong(), i, r.nextInt(1000), 7));
    return x;
  }

  static void update(IndexWriter w) throws Exception {
    for (int round = 1; round <= 3; round++) {
      w.updateNumericDocValue(new Term("body", "w" + round), "n", 1000L * round);
      w.updateBinaryDocValue(new Term("id", "d" + 10 * round), "b", new BytesRef("round " + round));
      w.updateDocValues(new Term("body", "w5"), new NumericDocValuesField("late", -round), new NumericDocValuesField("n", round));
      w.deleteDocuments(new Term("id", "d" + (round + 400)));
      w.commit();
    }
    w.updateDocValues(new Term("id", "d20"), new NumericDocValuesField("n", (Long) null));  // takes a value away
    w.commit();
  }
}
