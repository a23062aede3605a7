using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Makes a field of a recorded attribute. A value that was told in another type than declared is none.</summary>
internal static class AttributeFields
{
    internal static void Add(SegmentSchemaBuilder<CandidateView> builder, AttributeDefinition attribute)
    {
        var (key, name) = (attribute.Key, attribute.Key.Value);
        if (attribute.Class == AttributeClass.Protected)
        {
            builder.Protected(name, attribute.Type, FieldHome.Recorded);
        }
        else if (attribute.Class == AttributeClass.Contact)
        {
            // The relationship keeps only whether there is one, so that this is all that can be read.
            builder.Contact(name, view => IsThere(view, key) ? "there" : null, FieldHome.Recorded);
        }
        else
        {
            Add(builder, key, attribute.Type, new FieldTerms
            {
                Home = FieldHome.Recorded,
                IsCaseSensitive = attribute.IsCaseSensitive,
                IsProxy = attribute.Class == AttributeClass.Proxy,
                Justification = attribute.Justification,
            });
        }
    }

    private static void Add(SegmentSchemaBuilder<CandidateView> builder, FactCode key, FieldType type, FieldTerms terms)
    {
        var name = key.Value;
        _ = type switch
        {
            FieldType.Text => (object)builder.Text(name, view => Text(view, key), terms),
            FieldType.Code => builder.Code(name, view => Text(view, key), terms),
            FieldType.Number => builder.Number(name, view => Number(view, key), terms),
            FieldType.Boolean => builder.Boolean(name, view => Flag(view, key), terms),
            FieldType.Date => builder.Date(name, view => Date(view, key), terms),
            FieldType.Instant => builder.Instant(name, view => At(view, key), terms),
            FieldType.TextSet => builder.TextSet(name, view => view.Attribute(key, AttributeType.TextSet).TextList, terms),
            FieldType.CodeSet => builder.CodeSet(name, view => view.Attribute(key, AttributeType.TextSet).TextList, terms),
            _ => builder.NumberSet(name, view => view.Attribute(key, AttributeType.NumberSet).NumberList, terms),
        };
    }

    private static bool IsThere(CandidateView view, FactCode key) => view.Relationship.Candidate?.ValueOf(key) is { IsNone: false };

    private static string? Text(CandidateView view, FactCode key) => view.Attribute(key, AttributeType.Text) is { Type: AttributeType.Text } value ? value.AsText : null;

    private static decimal? Number(CandidateView view, FactCode key) => view.Attribute(key, AttributeType.Number) is { Type: AttributeType.Number } value ? value.AsNumber : null;

    private static bool? Flag(CandidateView view, FactCode key) => view.Attribute(key, AttributeType.Boolean) is { Type: AttributeType.Boolean } value ? value.AsBoolean : null;

    private static LocalDate? Date(CandidateView view, FactCode key) => view.Attribute(key, AttributeType.Date) is { Type: AttributeType.Date } value ? value.AsDate : null;

    private static Instant? At(CandidateView view, FactCode key) => view.Attribute(key, AttributeType.Instant) is { Type: AttributeType.Instant } value ? value.AsInstant : null;
}
