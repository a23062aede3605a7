using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A segment rule within another document. Its faults are noted under the place where it stands.</summary>
internal sealed class SegmentRuleShape(SegmentSchema? schema, SegmentTerms? terms) : Shape<SegmentRule>
{
    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out SegmentRule value)
    {
        var reading = SegmentJson.Read(json, schema!, terms!);
        foreach (var fault in reading.Faults)
        {
            (fault.Where.Length == 0 ? place : place.Member(fault.Where)).Fault(fault.Code, fault.Sentence);
        }

        value = reading.Rule;
        return value is not null;
    }

    internal override void Write(Utf8JsonWriter writer, SegmentRule value) => SegmentJson.Write(writer, value);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("$ref", "#/$defs/group");
}
