namespace CandidateCrm.Segments.Indexing;

/// <summary>Rules as steps in an order in which each comes after those that it needs; what is equal in several rules is one step.</summary>
internal sealed class IndexProgram(SegmentSchema schema)
{
    private readonly Dictionary<SegmentRule, int> _known = [];
    private readonly Dictionary<string, IndexProgram> _items = new(StringComparer.Ordinal);
    private readonly List<IndexStep> _steps = [];

    internal IReadOnlyList<IndexStep> Steps => _steps;

    /// <summary>Gets the programs over the items of collections and the elements of sets.</summary>
    internal IReadOnlyDictionary<string, IndexProgram> Items => _items;

    internal SegmentSchema Schema => schema;

    /// <summary>Gets the schema by which rows are read one by one.</summary>
    internal SegmentSchema<IndexRow> Rows { get; } = RowSchemas.Of(schema);

    internal int PlaceOf(string field)
    {
        for (var place = 0; place < schema.Fields.Length; place++)
        {
            if (schema.Fields[place].Name == field)
            {
                return place;
            }
        }

        throw new InvalidOperationException("The rule was not reviewed by this schema.");
    }

    internal IndexProgram ItemsOf(string field)
    {
        if (!_items.TryGetValue(field, out var items))
        {
            _items.Add(field, items = new IndexProgram(schema.Fields[PlaceOf(field)].Items!));
        }

        return items;
    }

    /// <summary>Returns the step of a rule, making it where there is none yet.</summary>
    internal int StepOf(SegmentRule rule, Func<IndexStep> make)
    {
        if (!_known.TryGetValue(rule, out var step))
        {
            var made = make();
            _steps.Add(made);
            _known.Add(rule, step = _steps.Count - 1);
        }

        return step;
    }
}
