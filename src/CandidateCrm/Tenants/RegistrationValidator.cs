using CandidateCrm.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CandidateCrm.Tenants;

/// <summary>Says at start everything that is missing or wrong in the registration, with the method that mends it.</summary>
internal sealed class RegistrationValidator(IServiceProviderIsService registered, IReadOnlyList<RequiredService> required, RulesTemplates templates, RulesSurroundings surroundings)
    : IValidateOptions<CandidateCrmOptions>
{
    public ValidateOptionsResult Validate(string? name, CandidateCrmOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach (var missing in required.Where(service => !registered.IsService(service.Type)).GroupBy(service => service.Hint, StringComparer.Ordinal))
        {
            result.AddError($"There is no {string.Join(", ", missing.Select(service => service.Type.Name).Distinct(StringComparer.Ordinal))}. Call {missing.Key}.");
        }

        Templates(options, result);
        return result.Build();
    }

    private void Templates(CandidateCrmOptions options, ValidateOptionsResultBuilder result)
    {
        var known = string.Join(", ", templates.Names.DefaultIfEmpty("none"));
        if (options.StartTemplate is null)
        {
            result.AddError($"Nothing says which rules new tenants start with. Call AddRulesTemplate(name, …) and StartNewTenantsWith(name). Templates: {known}.");
        }
        else if (!templates.Contains(options.StartTemplate))
        {
            result.AddError($"New tenants start with the template {options.StartTemplate}, but there is none of that name. Call AddRulesTemplate. Templates: {known}.");
        }

        foreach (var template in templates.Names)
        {
            Template(template, result);
        }
    }

    private void Template(string template, ValidateOptionsResultBuilder result)
    {
        try
        {
            foreach (var fault in surroundings.FaultsOf(templates.Build(template)))
            {
                result.AddError($"Template {template}: {fault}");
            }
        }
        catch (InvalidRulesException invalid)
        {
            foreach (var fault in invalid.Faults)
            {
                result.AddError($"Template {template}: {fault}");
            }
        }
#pragma warning disable CA1031 // Whatever stops one template from being written is one line of the list, or the others would stay unsaid.
        catch (Exception invalid) when (invalid is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            result.AddError($"Template {template}: {invalid.Message}");
        }
    }
}
