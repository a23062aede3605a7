using CandidateCrm.Segments;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Saved segments: <c>{"schema":1,"kind":"segment","key":"warm","version":1,"rule":"band = \"warm\"","keeping":"kept"}</c>.</summary>
internal static class SegmentShape
{
    internal static DefinitionOf<SegmentDefinition> Shape { get; } = new(DefinitionKind.Segment, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<SegmentKey>("The key of a segment"), s => s.Key, "The key of the segment, by which rules refer to it.");
        var version = table.Version(s => s.Version);
        var name = table.May("name", Texts.Line, s => s.Name!, "What people call it.", otherwise: null!);
        var rule = table.May("rule", new SegmentSourceShape(), s => s.Rule!, "The rule, as text or in the form of react-querybuilder; left out where members are only put in by hand.", otherwise: null!);
        var keeping = table.May("keeping", Texts.Word<SegmentKeeping>("a way of keeping"), s => s.Keeping, "Whether the CRM knows at any time who is in it; on demand where it is left out.");
        return (values, _) => new SegmentDefinition { Key = values.Of(key), Version = values.Of(version), Name = values.Of(name), Rule = values.Of(rule), Keeping = values.Of(keeping) };
    });
}
