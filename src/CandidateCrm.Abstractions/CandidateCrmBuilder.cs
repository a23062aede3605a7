using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm;

/// <summary>What <c>AddCandidateCrm</c> hands to the host: each feature and each adapter adds itself here.</summary>
public sealed class CandidateCrmBuilder
{
    private readonly List<RequiredService> _required;

    internal CandidateCrmBuilder(IServiceCollection services, List<RequiredService> required)
    {
        Services = services;
        _required = required;
    }

    /// <summary>Gets the host's services. What the host registered first wins.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Says that a service must be there at start, and which method adds it. Saying it twice is the same as once.</summary>
    /// <param name="hint">The methods that add it, as a reader would call them.</param>
    public CandidateCrmBuilder RequireService<TService>(string hint)
    {
        ArgumentException.ThrowIfNullOrEmpty(hint);
        if (_required.TrueForAll(r => r.Type != typeof(TService)))
        {
            _required.Add(new RequiredService(typeof(TService), hint));
        }

        return this;
    }
}
